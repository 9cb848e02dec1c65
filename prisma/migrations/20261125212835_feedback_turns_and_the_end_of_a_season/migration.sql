-- CreateEnum
CREATE TYPE "feedback_form" AS ENUM ('sbi', 'feedforward', 'startStopContinue', 'strengths', 'free');

-- CreateEnum
CREATE TYPE "feedback_promise" AS ENUM ('signed', 'pooled');

-- CreateEnum
CREATE TYPE "feedback_state" AS ENUM ('open', 'released', 'tooFew', 'cancelled');

-- CreateEnum
CREATE TYPE "season_choice" AS ENUM ('continue', 'remix', 'merge', 'end');

-- CreateEnum
CREATE TYPE "turn_role" AS ENUM ('focus', 'supervisor', 'timekeeper');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "letter_kind" ADD VALUE 'feedbackAsked';
ALTER TYPE "letter_kind" ADD VALUE 'feedbackReleased';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "sealed_kind" ADD VALUE 'feedbackAsk';
ALTER TYPE "sealed_kind" ADD VALUE 'feedbackOwn';
ALTER TYPE "sealed_kind" ADD VALUE 'feedbackStep';
ALTER TYPE "sealed_kind" ADD VALUE 'competence';
ALTER TYPE "sealed_kind" ADD VALUE 'sentence';

-- AlterTable
ALTER TABLE "sealed_item" ADD COLUMN     "cycle_id" UUID;

-- AlterTable
ALTER TABLE "network" ADD COLUMN     "closed_on" DATE;

-- When the networks closed that have closed already is not known: today. The policies below bring FORCE back.
ALTER TABLE "network" NO FORCE ROW LEVEL SECURITY;
UPDATE "network" SET "closed_on" = (now() AT TIME ZONE 'Europe/Copenhagen')::date WHERE "state" = 'closed';

-- CreateTable
CREATE TABLE "feedback_cycle" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "receiver_id" UUID NOT NULL,
    "form" "feedback_form" NOT NULL,
    "promise" "feedback_promise" NOT NULL,
    "promise_version" INTEGER NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "created_on" DATE NOT NULL DEFAULT ((now() AT TIME ZONE 'Europe/Copenhagen'::text))::date,
    "state" "feedback_state" NOT NULL DEFAULT 'open',
    "closed_on" DATE,
    "ask_id" UUID,
    "previous_id" UUID,
    "step_id" UUID,

    CONSTRAINT "feedback_cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_invitation" (
    "cycle_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "giver_id" UUID NOT NULL,
    "answered" BOOLEAN NOT NULL DEFAULT false,
    "declined" BOOLEAN NOT NULL DEFAULT false,
    "blinded_hash" BYTEA,

    CONSTRAINT "feedback_invitation_pkey" PRIMARY KEY ("cycle_id","giver_id")
);

-- CreateTable
CREATE TABLE "feedback_issuer" (
    "cycle_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "private_key" BYTEA NOT NULL,

    CONSTRAINT "feedback_issuer_pkey" PRIMARY KEY ("cycle_id")
);

-- CreateTable
CREATE TABLE "feedback_staged" (
    "token_hash" BYTEA NOT NULL,
    "cycle_id" UUID NOT NULL,
    "sealed" BYTEA,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "feedback_staged_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "feedback_answer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "giver_id" UUID,
    "envelope" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,

    CONSTRAINT "feedback_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_step" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "promise" "feedback_promise" NOT NULL,
    "form" "feedback_form" NOT NULL,
    "opens_on" DATE NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "planned_by_id" UUID NOT NULL,

    CONSTRAINT "feedback_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sentence_consent" (
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "sentence_consent_pkey" PRIMARY KEY ("network_id","person_id")
);

-- CreateTable
CREATE TABLE "published_sentence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "network_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,
    "published_on" DATE NOT NULL DEFAULT ((now() AT TIME ZONE 'Europe/Copenhagen'::text))::date,
    "published_by_id" UUID NOT NULL,

    CONSTRAINT "published_sentence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "season_decision" (
    "season_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "choice" "season_choice" NOT NULL,
    "on_day" DATE NOT NULL,
    "decided_on" DATE NOT NULL DEFAULT ((now() AT TIME ZONE 'Europe/Copenhagen'::text))::date,
    "decided_by_id" UUID NOT NULL,

    CONSTRAINT "season_decision_pkey" PRIMARY KEY ("season_id")
);

-- CreateTable
CREATE TABLE "turn_pass" (
    "meeting_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "turn_pass_pkey" PRIMARY KEY ("meeting_id","person_id")
);

-- CreateTable
CREATE TABLE "turn_swap" (
    "meeting_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "role" "turn_role" NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "turn_swap_pkey" PRIMARY KEY ("meeting_id","round","role")
);

-- CreateTable
CREATE TABLE "declared_tie" (
    "network_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "with_id" UUID NOT NULL,

    CONSTRAINT "declared_tie_pkey" PRIMARY KEY ("network_id","by_id","with_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_cycle_ask_id_key" ON "feedback_cycle"("ask_id");

-- CreateIndex
CREATE INDEX "feedback_cycle_network_id_created_on_idx" ON "feedback_cycle"("network_id", "created_on");

-- CreateIndex
CREATE INDEX "feedback_cycle_receiver_id_idx" ON "feedback_cycle"("receiver_id");

-- CreateIndex
CREATE INDEX "feedback_cycle_state_deadline_idx" ON "feedback_cycle"("state", "deadline");

-- CreateIndex
CREATE INDEX "feedback_cycle_previous_id_idx" ON "feedback_cycle"("previous_id");

-- CreateIndex
CREATE INDEX "feedback_cycle_step_id_idx" ON "feedback_cycle"("step_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_cycle_id_network_id_key" ON "feedback_cycle"("id", "network_id");

-- CreateIndex
CREATE INDEX "feedback_invitation_giver_id_idx" ON "feedback_invitation"("giver_id");

-- CreateIndex
CREATE INDEX "feedback_staged_cycle_id_idx" ON "feedback_staged"("cycle_id");

-- CreateIndex
CREATE INDEX "feedback_answer_giver_id_idx" ON "feedback_answer"("giver_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_answer_cycle_id_giver_id_key" ON "feedback_answer"("cycle_id", "giver_id");

-- CreateIndex
CREATE INDEX "feedback_step_network_id_opens_on_idx" ON "feedback_step"("network_id", "opens_on");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_step_id_network_id_key" ON "feedback_step"("id", "network_id");

-- CreateIndex
CREATE INDEX "sentence_consent_person_id_idx" ON "sentence_consent"("person_id");

-- CreateIndex
CREATE INDEX "published_sentence_network_id_idx" ON "published_sentence"("network_id");

-- CreateIndex
CREATE INDEX "season_decision_network_id_idx" ON "season_decision"("network_id");

-- CreateIndex
CREATE INDEX "turn_pass_network_id_person_id_idx" ON "turn_pass"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "turn_pass_person_id_idx" ON "turn_pass"("person_id");

-- CreateIndex
CREATE INDEX "turn_swap_network_id_idx" ON "turn_swap"("network_id");

-- CreateIndex
CREATE INDEX "turn_swap_from_id_idx" ON "turn_swap"("from_id");

-- CreateIndex
CREATE INDEX "turn_swap_to_id_idx" ON "turn_swap"("to_id");

-- CreateIndex
CREATE INDEX "declared_tie_by_id_idx" ON "declared_tie"("by_id");

-- CreateIndex
CREATE INDEX "declared_tie_with_id_idx" ON "declared_tie"("with_id");

-- CreateIndex
CREATE INDEX "sealed_item_cycle_id_idx" ON "sealed_item"("cycle_id");

-- AddForeignKey
ALTER TABLE "sealed_item" ADD CONSTRAINT "sealed_item_cycle_id_network_id_fkey" FOREIGN KEY ("cycle_id", "network_id") REFERENCES "feedback_cycle"("id", "network_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_cycle" ADD CONSTRAINT "feedback_cycle_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_cycle" ADD CONSTRAINT "feedback_cycle_receiver_id_fkey" FOREIGN KEY ("receiver_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_cycle" ADD CONSTRAINT "feedback_cycle_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "feedback_cycle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_cycle" ADD CONSTRAINT "feedback_cycle_step_id_network_id_fkey" FOREIGN KEY ("step_id", "network_id") REFERENCES "feedback_step"("id", "network_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_invitation" ADD CONSTRAINT "feedback_invitation_cycle_id_network_id_fkey" FOREIGN KEY ("cycle_id", "network_id") REFERENCES "feedback_cycle"("id", "network_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_invitation" ADD CONSTRAINT "feedback_invitation_giver_id_fkey" FOREIGN KEY ("giver_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_issuer" ADD CONSTRAINT "feedback_issuer_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "feedback_cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_staged" ADD CONSTRAINT "feedback_staged_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "feedback_cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_answer" ADD CONSTRAINT "feedback_answer_cycle_id_network_id_fkey" FOREIGN KEY ("cycle_id", "network_id") REFERENCES "feedback_cycle"("id", "network_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_answer" ADD CONSTRAINT "feedback_answer_giver_id_fkey" FOREIGN KEY ("giver_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_step" ADD CONSTRAINT "feedback_step_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_step" ADD CONSTRAINT "feedback_step_planned_by_id_fkey" FOREIGN KEY ("planned_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence_consent" ADD CONSTRAINT "sentence_consent_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence_consent" ADD CONSTRAINT "sentence_consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_sentence" ADD CONSTRAINT "published_sentence_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_sentence" ADD CONSTRAINT "published_sentence_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "season_decision" ADD CONSTRAINT "season_decision_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "season_decision" ADD CONSTRAINT "season_decision_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "season_decision" ADD CONSTRAINT "season_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_pass" ADD CONSTRAINT "turn_pass_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_pass" ADD CONSTRAINT "turn_pass_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_pass" ADD CONSTRAINT "turn_pass_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swap" ADD CONSTRAINT "turn_swap_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swap" ADD CONSTRAINT "turn_swap_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swap" ADD CONSTRAINT "turn_swap_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swap" ADD CONSTRAINT "turn_swap_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_tie" ADD CONSTRAINT "declared_tie_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_tie" ADD CONSTRAINT "declared_tie_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_tie" ADD CONSTRAINT "declared_tie_with_id_fkey" FOREIGN KEY ("with_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- policies/_gate.sql
-- Who asks. Roles, and the look-ups that resolve the caller from the session named in the transaction.
-- Every file in this folder can be run again over itself.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['lederkreds_gate', 'lederkreds_api', 'lederkreds_door', 'lederkreds_worker'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA IF NOT EXISTS app;
GRANT USAGE ON SCHEMA app TO lederkreds_gate, lederkreds_api, lederkreds_door, lederkreds_worker;
GRANT USAGE ON SCHEMA public TO lederkreds_gate, lederkreds_api, lederkreds_worker;
GRANT CREATE ON SCHEMA app TO lederkreds_gate, lederkreds_worker;
GRANT lederkreds_gate, lederkreds_worker TO CURRENT_USER;

-- The gate owns the look-ups below and nothing else: it reads what they need and passes on ids only.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['session', 'session_token', 'person', 'account', 'position', 'person_role', 'network',
    'network_consultant', 'membership', 'ground_rules_acceptance', 'invitation'] LOOP
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_gate', name);
    EXECUTE format('DROP POLICY IF EXISTS gate_reads ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_reads ON public.%I FOR SELECT TO lederkreds_gate USING (true)', name);
  END LOOP;
END $$;

-- Who asks: the live session named in this transaction and its person, or no row. It has not ended, is not older than 8
-- hours, and was used within 30 minutes. A view and not a function, so that each look-up below is one plan: policies
-- call them once for every table of a statement, and that is most of what a read costs.
CREATE OR REPLACE VIEW app.caller WITH (security_barrier) AS
  SELECT s.id AS session_id, s.person_id, s.stepped_up_at, s.last_used_at
  FROM session_token t
  JOIN session s ON s.id = t.session_id
  JOIN "position" p ON p.person_id = s.person_id
  WHERE t.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
    AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_used_at > now() - interval '30 minutes'
    AND p.deactivated_at IS NULL;
ALTER VIEW app.caller OWNER TO lederkreds_gate;

-- The networks whose inside she may see: as a member who has accepted the rules in force, or as their consultant until
-- the agreed day, for as long as she has that role. As consultant or convenor she keeps their calendar and rules.
CREATE OR REPLACE VIEW app.open_network WITH (security_barrier) AS
  SELECT open.network_id, open.keeps
  FROM app.caller CROSS JOIN LATERAL (
    SELECT m.network_id, m.is_convenor AS keeps
    FROM membership m
    JOIN network n ON n.id = m.network_id
    JOIN ground_rules_acceptance a
      ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
    WHERE m.person_id = caller.person_id AND m.left_at IS NULL
    UNION ALL
    SELECT c.network_id, true FROM network_consultant c
    JOIN person_role r ON r.person_id = c.person_id AND r.role = 'consultant'
    WHERE c.person_id = caller.person_id AND c.access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date
  ) open;
ALTER VIEW app.open_network OWNER TO lederkreds_gate;

CREATE OR REPLACE FUNCTION app.viewer_session() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT session_id FROM app.caller
$$;

CREATE OR REPLACE FUNCTION app.viewer() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT person_id FROM app.caller
$$;

CREATE OR REPLACE FUNCTION app.viewer_has(wanted role) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.caller JOIN person_role USING (person_id) WHERE role = wanted)
$$;

CREATE OR REPLACE FUNCTION app.viewer_organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT organisation_id FROM app.caller JOIN person ON person.id = caller.person_id
$$;

-- The organisation that the viewer administers, if any.
CREATE OR REPLACE FUNCTION app.administered_organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT organisation_id FROM app.caller JOIN person_role USING (person_id) WHERE role = 'admin'
$$;

-- The organisation whose people the viewer may look up: administrators and consultants, in their own.
CREATE OR REPLACE FUNCTION app.directory_organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT organisation_id FROM app.caller JOIN person_role USING (person_id) LIMIT 1
$$;

-- Networks in which the viewer is a member now, whether or not she has accepted the ground rules.
CREATE OR REPLACE FUNCTION app.member_networks() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(network_id), '{}') FROM app.caller JOIN membership USING (person_id) WHERE left_at IS NULL
$$;

-- Networks that the viewer facilitates, until the agreed day and for as long as she has that role.
CREATE OR REPLACE FUNCTION app.consultant_networks() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(network_id), '{}') FROM app.caller JOIN network_consultant USING (person_id)
  JOIN person_role USING (person_id)
  WHERE role = 'consultant' AND access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date
$$;

-- Those of the viewer's networks' consultants who have that role now.
CREATE OR REPLACE FUNCTION app.acting_consultants() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT app.viewer_networks() AS ids)
  SELECT coalesce(array_agg(DISTINCT c.person_id), '{}')
  FROM mine JOIN network_consultant c ON c.network_id = ANY (mine.ids)
  JOIN person_role r ON r.person_id = c.person_id AND r.role = 'consultant'
$$;

-- Networks whose inside the viewer may see.
CREATE OR REPLACE FUNCTION app.viewer_networks() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(network_id), '{}') FROM app.open_network
$$;

-- Networks whose calendar and rules the viewer keeps.
CREATE OR REPLACE FUNCTION app.keeper_networks() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(network_id), '{}') FROM app.open_network WHERE keeps
$$;

-- Networks in which the viewer may mark attendance: her own as keeper, and those that have no convenor yet.
CREATE OR REPLACE FUNCTION app.marking_networks() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(n), '{}') FROM unnest(app.viewer_networks()) n
  WHERE n = ANY (app.keeper_networks())
     OR NOT EXISTS (SELECT FROM membership WHERE network_id = n AND is_convenor AND left_at IS NULL)
$$;

-- Everybody whom the viewer meets in her networks: members past and present, consultants, whoever invited; and whom she
-- has asked for feedback, for what they gave stays hers.
CREATE OR REPLACE FUNCTION app.viewer_peers() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT app.viewer_networks() AS ids)
  SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM (
    SELECT person_id FROM membership, mine WHERE network_id = ANY (mine.ids)
    UNION ALL SELECT person_id FROM network_consultant, mine WHERE network_id = ANY (mine.ids)
    UNION ALL SELECT invited_by_id FROM invitation, mine WHERE network_id = ANY (mine.ids)
    UNION ALL SELECT i.giver_id FROM app.caller JOIN feedback_cycle c ON c.receiver_id = caller.person_id
      JOIN feedback_invitation i ON i.cycle_id = c.id
  ) met
$$;

CREATE OR REPLACE FUNCTION app.viewer_organisations() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT organisation_id), '{}') FROM (
    SELECT organisation_id FROM network WHERE id = ANY (app.viewer_networks())
    UNION ALL SELECT organisation_id FROM person WHERE id = ANY (app.viewer_peers())
    UNION ALL SELECT app.viewer_organisation()
  ) seen WHERE organisation_id IS NOT NULL
$$;

-- The organisations that own a network whose inside the viewer sees.
CREATE OR REPLACE FUNCTION app.network_organisations() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT organisation_id), '{}') FROM network WHERE id = ANY (app.viewer_networks())
$$;

-- The version of a network's ground rules in force.
CREATE OR REPLACE FUNCTION app.rules_in_force(wanted_network uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ground_rules_version FROM network WHERE id = wanted_network
$$;

-- What the API needs to know of the caller at the start of every operation, in one row or none.
CREATE OR REPLACE FUNCTION app.viewer_card() RETURNS TABLE (
  session_id uuid, person_id uuid, organisation_id uuid, is_admin boolean, is_consultant boolean,
  locale locale, stepped_up_at timestamptz, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.session_id, p.id, p.organisation_id,
    EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = 'admin'),
    EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = 'consultant'),
    a.locale, c.stepped_up_at, c.last_used_at
  FROM app.caller c JOIN person p ON p.id = c.person_id JOIN account a ON a.person_id = p.id
$$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('viewer_session', 'viewer', 'viewer_has', 'viewer_organisation', 'administered_organisation',
        'directory_organisation', 'member_networks', 'consultant_networks', 'acting_consultants', 'viewer_networks', 'keeper_networks',
        'marking_networks', 'viewer_peers', 'viewer_organisations', 'network_organisations', 'rules_in_force', 'viewer_card')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lederkreds_api', signature);
  END LOOP;
END $$;

-- policies/account.sql
-- People, sign-in, sessions, settings, letters, sealed content.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'position', 'person_role', 'session', 'session_token',
    'passkey', 'passkey_challenge', 'sign_in_code', 'set_up_link', 'mutation_reply', 'letter', 'key_wrap', 'identity',
    'identity_secret', 'sealed_item', 'sealed_key', 'expiry_run'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS removed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS door ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_reads ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_writes ON public.%I', name);
  END LOOP;

  -- What the functions of the door below work on, as the gate.
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'position', 'person_role', 'session', 'session_token',
    'passkey', 'passkey_challenge', 'sign_in_code', 'set_up_link', 'letter'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO lederkreds_gate', name);
    EXECUTE format('CREATE POLICY door ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;

  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'sign_in_code', 'letter'] LOOP
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_worker', name);
    EXECUTE format('CREATE POLICY worker_reads ON public.%I FOR SELECT TO lederkreds_worker USING (true)', name);
  END LOOP;
  GRANT UPDATE (state, attempts, problem, sent_at) ON letter TO lederkreds_worker;
  CREATE POLICY worker_writes ON letter FOR UPDATE TO lederkreds_worker USING (true);
END $$;

-- Old codes, challenges and replies are swept by the worker; it reads only their age.
GRANT SELECT (created_at), DELETE ON sign_in_code, passkey_challenge, mutation_reply TO lederkreds_worker;
DROP POLICY IF EXISTS worker_sweeps ON sign_in_code;
CREATE POLICY worker_sweeps ON sign_in_code FOR DELETE TO lederkreds_worker USING (true);
DROP POLICY IF EXISTS worker_sweeps ON passkey_challenge;
CREATE POLICY worker_sweeps ON passkey_challenge FOR ALL TO lederkreds_worker USING (true);
DROP POLICY IF EXISTS worker_sweeps ON mutation_reply;
CREATE POLICY worker_sweeps ON mutation_reply FOR ALL TO lederkreds_worker USING (true);
GRANT SELECT (expires_at), DELETE ON session TO lederkreds_worker;
DROP POLICY IF EXISTS worker_sweeps ON session;
CREATE POLICY worker_sweeps ON session FOR ALL TO lederkreds_worker USING (true);

GRANT SELECT ON organisation TO lederkreds_api;
GRANT UPDATE (name) ON organisation TO lederkreds_api;
CREATE POLICY seen ON organisation FOR SELECT TO lederkreds_api
  USING (id = ANY ((SELECT app.viewer_organisations())::uuid[]));
CREATE POLICY changed ON organisation FOR UPDATE TO lederkreds_api
  USING (id = (SELECT app.administered_organisation()));

GRANT SELECT, INSERT ON person TO lederkreds_api;
GRANT UPDATE (name, title, workplace, version) ON person TO lederkreds_api;
CREATE POLICY seen ON person FOR SELECT TO lederkreds_api
  USING (id = (SELECT app.viewer())
    OR organisation_id = (SELECT app.directory_organisation())
    OR id = ANY ((SELECT app.viewer_peers())::uuid[]));
CREATE POLICY made ON person FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY changed ON person FOR UPDATE TO lederkreds_api
  USING (id = (SELECT app.viewer()) OR organisation_id = (SELECT app.administered_organisation()));

GRANT SELECT, INSERT ON account TO lederkreds_api;
GRANT UPDATE (locale, theme, version) ON account TO lederkreds_api;
CREATE POLICY seen ON account FOR SELECT TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR organisation_id = (SELECT app.directory_organisation()));
CREATE POLICY made ON account FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY changed ON account FOR UPDATE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT ON "position" TO lederkreds_api;
GRANT UPDATE (management_level, manager_id, deactivated_at, version) ON "position" TO lederkreds_api;
CREATE POLICY seen ON "position" FOR SELECT TO lederkreds_api
  USING (organisation_id = (SELECT app.directory_organisation()));
CREATE POLICY made ON "position" FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY changed ON "position" FOR UPDATE TO lederkreds_api
  USING (organisation_id = (SELECT app.administered_organisation()))
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()) AND (manager_id IS NULL
    OR manager_id IN (SELECT id FROM person WHERE organisation_id = (SELECT app.administered_organisation()))));

GRANT SELECT, INSERT, DELETE ON person_role TO lederkreds_api;
CREATE POLICY seen ON person_role FOR SELECT TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY made ON person_role FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation())
    AND person_id IN (SELECT id FROM person WHERE organisation_id = (SELECT app.administered_organisation())));
CREATE POLICY removed ON person_role FOR DELETE TO lederkreds_api
  USING (organisation_id = (SELECT app.administered_organisation()));

GRANT SELECT ON session TO lederkreds_api;
GRANT UPDATE (ended_at) ON session TO lederkreds_api;
CREATE POLICY seen ON session FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY changed ON session FOR UPDATE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) AND ended_at IS NULL) WITH CHECK (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT, DELETE ON passkey TO lederkreds_api;
GRANT UPDATE (name) ON passkey TO lederkreds_api;
CREATE POLICY seen ON passkey FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON passkey FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
CREATE POLICY changed ON passkey FOR UPDATE TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY removed ON passkey FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT, UPDATE ON mutation_reply TO lederkreds_api;
CREATE POLICY seen ON mutation_reply FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON mutation_reply FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
CREATE POLICY changed ON mutation_reply FOR UPDATE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

-- Consultants see what became of their invitations' letters. A network's letters are written by those who are in it.
GRANT SELECT, INSERT ON letter TO lederkreds_api;
CREATE POLICY seen ON letter FOR SELECT TO lederkreds_api
  USING (invitation_id IS NOT NULL AND network_id = ANY ((SELECT app.consultant_networks())::uuid[]));
CREATE POLICY made ON letter FOR INSERT TO lederkreds_api
  WITH CHECK (kind <> 'signInCode' AND email IS NULL AND network_id = ANY ((SELECT app.viewer_networks())::uuid[]));

-- Adds a background job in the caller's transaction. It belongs to the worker, who owns the queue.
CREATE OR REPLACE FUNCTION app.enqueue(task text, payload json, key text DEFAULT NULL, due timestamptz DEFAULT now())
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => due, job_key => key, max_attempts => 25);
END $$;
ALTER FUNCTION app.enqueue(text, json, text, timestamptz) OWNER TO lederkreds_worker;
REVOKE ALL ON FUNCTION app.enqueue(text, json, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue(text, json, text, timestamptz) TO lederkreds_api, lederkreds_gate;

-- Keeps the caller's session awake.
CREATE OR REPLACE FUNCTION app.touch_session() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE session SET last_used_at = now() WHERE id = app.viewer_session()
$$;
ALTER FUNCTION app.touch_session() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.touch_session() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.touch_session() TO lederkreds_api;

-- Whoever listens hears that a session has ended, whichever way it did.
CREATE OR REPLACE FUNCTION app.tell_session_ended() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('session_ended', NEW.id::text);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER session_ended AFTER UPDATE OF ended_at ON session FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.tell_session_ended();

-- Whoever is deactivated is signed out everywhere, and stays so when she is let in again.
CREATE OR REPLACE FUNCTION app.end_sessions_of_deactivated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE session SET ended_at = now() WHERE person_id = NEW.person_id AND ended_at IS NULL;
  RETURN NULL;
END $$;
ALTER FUNCTION app.end_sessions_of_deactivated() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.end_sessions_of_deactivated() FROM PUBLIC;
CREATE OR REPLACE TRIGGER person_deactivated AFTER UPDATE OF deactivated_at ON "position" FOR EACH ROW
  WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION app.end_sessions_of_deactivated();

-- Networks that hold somebody together with her own manager: of the people whom the viewer administers, and in the
-- networks for which she is consultant. The name of another organisation's network is withheld.
CREATE OR REPLACE FUNCTION app.reporting_pairs(of_person uuid DEFAULT NULL, in_networks uuid[] DEFAULT NULL)
RETURNS TABLE (network_id uuid, network_name text, report_id uuid, manager_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH me AS MATERIALIZED (SELECT app.administered_organisation() AS organisation, app.consultant_networks() AS networks)
  SELECT n.id, CASE WHEN n.organisation_id = me.organisation OR n.id = ANY (me.networks) THEN n.name END,
    p.person_id, p.manager_id
  FROM me, "position" p
  JOIN membership r ON r.person_id = p.person_id AND r.left_at IS NULL
  JOIN membership m ON m.person_id = p.manager_id AND m.network_id = r.network_id AND m.left_at IS NULL
  JOIN network n ON n.id = r.network_id AND n.state <> 'closed'
  WHERE (of_person IS NULL OR of_person IN (p.person_id, p.manager_id))
    AND (in_networks IS NULL OR n.id = ANY (in_networks))
    AND (p.organisation_id = me.organisation OR n.id = ANY (me.networks))
$$;
ALTER FUNCTION app.reporting_pairs(uuid, uuid[]) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.reporting_pairs(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.reporting_pairs(uuid, uuid[]) TO lederkreds_api;

-- A person's address. It is where she is reached and how she signs in: her open invitations go with it, and her old
-- address is told. Answers 'ok', or 'taken' when it is somebody else's, in whatever organisation.
CREATE OR REPLACE FUNCTION app.move_account(person uuid, address text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before text;
  letter_id uuid;
BEGIN
  SELECT email INTO before FROM account WHERE person_id = person FOR UPDATE;
  IF before IS NULL OR before = address THEN RETURN 'ok'; END IF;
  BEGIN
    UPDATE account SET email = address WHERE person_id = person;
  EXCEPTION WHEN unique_violation THEN RETURN 'taken';
  END;
  UPDATE invitation i SET email = address
  WHERE i.email = before AND i.accepted_at IS NULL AND i.revoked_at IS NULL
    AND NOT EXISTS (SELECT FROM invitation o WHERE o.network_id = i.network_id AND o.email = address);
  INSERT INTO letter (kind, person_id, email) VALUES ('emailChanged', person, before) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
  RETURN 'ok';
END $$;
ALTER FUNCTION app.move_account(uuid, text) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.move_account(uuid, text) FROM PUBLIC;
GRANT UPDATE (email) ON invitation TO lederkreds_gate;

-- Writes a code that proves a new address of the caller's, and its letter: the same for free and taken addresses.
-- Answers 0, or in how many seconds to ask again.
CREATE OR REPLACE FUNCTION app.ask_new_email(address text, browser bytea, code uuid, hash bytea) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  me uuid;
  letter_id uuid;
  wait integer;
BEGIN
  SELECT person_id INTO me FROM app.caller WHERE stepped_up_at > now() - interval '10 minutes';
  IF me IS NULL THEN RAISE EXCEPTION 'not a recent sign-in' USING ERRCODE = 'insufficient_privilege'; END IF;
  wait := app.code_wait(address, browser);
  IF wait > 0 THEN RETURN wait; END IF;
  INSERT INTO sign_in_code (id, email, browser_hash, code_hash, new_email_of_id, expires_at)
    VALUES (code, address, browser, hash, me, now() + interval '10 minutes');
  INSERT INTO letter (kind, sign_in_code_id) VALUES ('signInCode', code) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
  RETURN 0;
END $$;
ALTER FUNCTION app.ask_new_email(text, bytea, uuid, bytea) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.ask_new_email(text, bytea, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ask_new_email(text, bytea, uuid, bytea) TO lederkreds_api;

-- Writes the address of somebody whom the caller administers; never her own, which has to be proved.
CREATE OR REPLACE FUNCTION app.correct_email(person uuid, address text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.caller c JOIN person p ON p.organisation_id = app.administered_organisation()
    WHERE p.id = correct_email.person AND p.id <> c.person_id AND c.stepped_up_at > now() - interval '10 minutes')
  THEN RAISE EXCEPTION 'not hers to correct' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN app.move_account(correct_email.person, address);
END $$;
ALTER FUNCTION app.correct_email(uuid, text) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.correct_email(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.correct_email(uuid, text) TO lederkreds_api;

-- Sealed content. What is in the columns wrapped and envelope nobody here can open, and nobody but those it belongs to
-- is given: the gate and the worker have no right to them.

CREATE UNIQUE INDEX IF NOT EXISTS key_wrap_one_of_a_kind ON key_wrap (person_id, kind) WHERE kind <> 'passkey';
GRANT SELECT, INSERT, DELETE ON key_wrap TO lederkreds_api;
CREATE POLICY seen ON key_wrap FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON key_wrap FOR INSERT TO lederkreds_api
  WITH CHECK (person_id = (SELECT app.viewer()) AND (kind = 'passkey') = (passkey_id IS NOT NULL)
    AND (passkey_id IS NULL OR passkey_id IN (SELECT id FROM passkey WHERE person_id = (SELECT app.viewer()))));
CREATE POLICY removed ON key_wrap FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));
GRANT SELECT (person_id, kind) ON key_wrap TO lederkreds_gate;
GRANT SELECT (person_id) ON identity_secret TO lederkreds_gate;

-- Public keys are for those who meet. They are added and never changed or taken away.
GRANT SELECT, INSERT ON identity TO lederkreds_api;
CREATE POLICY seen ON identity FOR SELECT TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR person_id = ANY ((SELECT app.viewer_peers())::uuid[]));
CREATE POLICY made ON identity FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
GRANT SELECT (person_id, number, hash) ON identity TO lederkreds_gate;

GRANT SELECT, INSERT, DELETE ON identity_secret TO lederkreds_api;
CREATE POLICY seen ON identity_secret FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON identity_secret FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
CREATE POLICY removed ON identity_secret FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

CREATE UNIQUE INDEX IF NOT EXISTS sealed_item_one_memory ON sealed_item (owner_id) WHERE kind = 'memory';
GRANT SELECT, INSERT, DELETE ON sealed_item TO lederkreds_api;
GRANT UPDATE (version, size_class, expires_on, envelope) ON sealed_item TO lederkreds_api;
GRANT SELECT (id, owner_id, network_id) ON sealed_item TO lederkreds_gate;

CREATE INDEX IF NOT EXISTS sealed_key_received ON sealed_key (recipient_id) INCLUDE (item_id) WHERE recipient_id <> owner_id;
GRANT SELECT, INSERT, DELETE ON sealed_key TO lederkreds_api;
GRANT UPDATE (wrapped) ON sealed_key TO lederkreds_api;
GRANT SELECT (item_id, recipient_id, owner_id) ON sealed_key TO lederkreds_gate;

-- The items that somebody else has sealed to the viewer, in networks that she is inside of now.
CREATE OR REPLACE FUNCTION app.received_items() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(k.item_id), '{}') FROM app.caller JOIN sealed_key k ON k.recipient_id = caller.person_id
  JOIN sealed_item i ON i.id = k.item_id
  JOIN membership m ON m.network_id = i.network_id AND m.person_id = caller.person_id AND m.left_at IS NULL
  JOIN network n ON n.id = m.network_id
  JOIN ground_rules_acceptance a
    ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
  WHERE k.recipient_id <> k.owner_id
$$;
ALTER FUNCTION app.received_items() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.received_items() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.received_items() TO lederkreds_api;

CREATE POLICY seen ON sealed_item FOR SELECT TO lederkreds_api
  USING (owner_id = (SELECT app.viewer()) OR id = ANY ((SELECT app.received_items())::uuid[]));
CREATE POLICY made ON sealed_item FOR INSERT TO lederkreds_api
  WITH CHECK (owner_id = (SELECT app.viewer()) AND version = 1
    AND (network_id IS NULL OR network_id = ANY ((SELECT app.viewer_networks())::uuid[])));
CREATE POLICY changed ON sealed_item FOR UPDATE TO lederkreds_api
  USING (owner_id = (SELECT app.viewer()))
  WITH CHECK (owner_id = (SELECT app.viewer())
    AND (network_id IS NULL OR network_id = ANY ((SELECT app.viewer_networks())::uuid[])));
CREATE POLICY removed ON sealed_item FOR DELETE TO lederkreds_api USING (owner_id = (SELECT app.viewer()));

-- That a key's owner is its item's owner is held by the foreign key. Whoever holds a key may throw it away.
CREATE POLICY seen ON sealed_key FOR SELECT TO lederkreds_api
  USING (owner_id = (SELECT app.viewer())
    OR recipient_id = (SELECT app.viewer()) AND item_id = ANY ((SELECT app.received_items())::uuid[]));
CREATE POLICY made ON sealed_key FOR INSERT TO lederkreds_api WITH CHECK (owner_id = (SELECT app.viewer()));
CREATE POLICY changed ON sealed_key FOR UPDATE TO lederkreds_api USING (owner_id = (SELECT app.viewer()));
CREATE POLICY removed ON sealed_key FOR DELETE TO lederkreds_api
  USING (recipient_id = (SELECT app.viewer()) OR owner_id = (SELECT app.viewer()));

-- What the triggers below look up, as the gate.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['key_wrap', 'identity', 'identity_secret', 'sealed_item', 'sealed_key'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS gate_reads ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_reads ON public.%I FOR SELECT TO lederkreds_gate USING (true)', name);
  END LOOP;
END $$;

-- An entry of the directory follows the one before it; two at once meet in the primary key.
CREATE OR REPLACE FUNCTION app.check_identity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before record;
BEGIN
  SELECT number, hash INTO before FROM identity WHERE person_id = NEW.person_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(before.number, 0) + 1 OR NEW.previous_hash IS DISTINCT FROM before.hash THEN
    RAISE EXCEPTION 'BrokenChain' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Whether an item may stay with others until a day: as their round agreed before it began.
CREATE OR REPLACE FUNCTION app.may_stay(of_round uuid, kind text, until date) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today date := (now() AT TIME ZONE 'Europe/Copenhagen')::date;
  agreed date;
BEGIN
  SELECT stays_until INTO agreed FROM round WHERE id = of_round AND stays = 'group';
  RETURN coalesce(until <= greatest(agreed,
    CASE kind WHEN 'nextStep' THEN today + 366 WHEN 'roundWriting' THEN today + 1 END), false);
END $$;

-- Whoever has keys keeps two ways to open them, one of them a recovery code, whatever takes a wrap away: also a passkey
-- that goes and takes its wrap with it. Looked at when the operation ends, so that one wrap may take another's place and
-- everything may be erased.
CREATE OR REPLACE FUNCTION app.check_wraps_remain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM identity_secret WHERE person_id = OLD.person_id)
    AND (SELECT count(*) < 2 OR NOT coalesce(bool_or(kind = 'recoveryCode'), false)
      FROM key_wrap WHERE person_id = OLD.person_id) THEN
    RAISE EXCEPTION 'TooFewWraps' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Nothing is sealed by somebody who could lose it with one secret, and every envelope has the form of its class.
CREATE OR REPLACE FUNCTION app.check_sealed_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) < 2 OR NOT coalesce(bool_or(kind = 'recoveryCode'), false) FROM key_wrap WHERE person_id = NEW.owner_id)
    OR NOT EXISTS (SELECT FROM identity WHERE person_id = NEW.owner_id) THEN
    RAISE EXCEPTION 'KeysMissing' USING ERRCODE = 'check_violation';
  END IF;
  IF substring(NEW.envelope FOR 4) <> decode('4c49010' || NEW.size_class, 'hex')
    OR octet_length(NEW.envelope) <> 32 + (256 << (2 * NEW.size_class)) OR NEW.size_class NOT BETWEEN 0 AND 4 THEN
    RAISE EXCEPTION 'UnknownFormat' USING ERRCODE = 'check_violation';
  END IF;
  -- What a kind belongs to: a round or nothing, always a round, a cycle of feedback, a network; else its owner alone.
  IF NOT (CASE
    WHEN NEW.kind::text IN ('feedbackAsk', 'feedbackStep')
      THEN NEW.network_id IS NOT NULL AND NEW.round_id IS NULL AND NEW.cycle_id IS NOT NULL
    WHEN NEW.kind::text = 'sentence' THEN NEW.network_id IS NOT NULL AND NEW.round_id IS NULL AND NEW.cycle_id IS NULL
    WHEN NEW.kind::text IN ('roundNote', 'nextStep', 'roundWriting') THEN NEW.cycle_id IS NULL
      AND (NEW.network_id IS NULL) = (NEW.round_id IS NULL) AND (NEW.round_id IS NOT NULL OR NEW.kind::text <> 'roundWriting')
    ELSE NEW.network_id IS NULL AND NEW.round_id IS NULL AND NEW.cycle_id IS NULL END) THEN
    RAISE EXCEPTION 'KeptToSelf' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.round_id IS NOT NULL AND NOT app.may_stay(NEW.round_id, NEW.kind::text, NEW.expires_on) THEN
    RAISE EXCEPTION 'DoesNotStay' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'Stale' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- What belongs to no network is sealed to its owner alone; what belongs to one, to those who are inside it now; a question
-- for feedback, to those of them who are asked.
CREATE OR REPLACE FUNCTION app.check_sealed_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_network uuid;
  of_ask uuid;
BEGIN
  IF octet_length(NEW.wrapped) > 256 THEN RAISE EXCEPTION 'TooLarge' USING ERRCODE = 'check_violation'; END IF;
  SELECT network_id, CASE kind::text WHEN 'feedbackAsk' THEN cycle_id END INTO of_network, of_ask
  FROM sealed_item WHERE id = NEW.item_id;
  IF of_ask IS NOT NULL AND NEW.recipient_id <> NEW.owner_id
    AND NOT EXISTS (SELECT FROM feedback_invitation WHERE cycle_id = of_ask AND giver_id = NEW.recipient_id) THEN
    RAISE EXCEPTION 'NotARecipient' USING ERRCODE = 'check_violation';
  END IF;
  IF of_network IS NULL AND NEW.recipient_id = NEW.owner_id THEN RETURN NEW; END IF;
  IF of_network IS NULL OR NOT EXISTS (
    SELECT FROM membership m JOIN network n ON n.id = m.network_id
    JOIN ground_rules_acceptance a
      ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
    WHERE m.network_id = of_network AND m.person_id = NEW.recipient_id AND m.left_at IS NULL) THEN
    RAISE EXCEPTION 'NotARecipient' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Whoever leaves a network keeps no key to what others sealed to her there.
GRANT DELETE ON sealed_key TO lederkreds_gate;
DROP POLICY IF EXISTS gate_forgets ON sealed_key;
CREATE POLICY gate_forgets ON sealed_key FOR DELETE TO lederkreds_gate USING (true);
CREATE OR REPLACE FUNCTION app.forget_leaver() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM sealed_key k USING sealed_item i
  WHERE i.id = k.item_id AND i.network_id = NEW.network_id AND k.recipient_id = NEW.person_id
    AND k.owner_id <> NEW.person_id;
  RETURN NULL;
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('check_identity', 'check_sealed_item', 'check_sealed_key', 'check_wraps_remain', 'may_stay', 'forget_leaver')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
CREATE OR REPLACE TRIGGER forget_leaver AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.forget_leaver();
CREATE OR REPLACE TRIGGER identity_follows BEFORE INSERT ON identity FOR EACH ROW EXECUTE FUNCTION app.check_identity();
DROP TRIGGER IF EXISTS wraps_remain ON key_wrap;
CREATE CONSTRAINT TRIGGER wraps_remain AFTER DELETE ON key_wrap DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app.check_wraps_remain();
CREATE OR REPLACE TRIGGER item_is_sealed BEFORE INSERT OR UPDATE ON sealed_item FOR EACH ROW
  EXECUTE FUNCTION app.check_sealed_item();
CREATE OR REPLACE TRIGGER key_is_for_somebody_inside BEFORE INSERT OR UPDATE ON sealed_key FOR EACH ROW
  EXECUTE FUNCTION app.check_sealed_key();

-- The worker takes away what has reached its end, keys first, and sees nothing of what is not there yet.
GRANT SELECT (id, kind, expires_on), DELETE ON sealed_item TO lederkreds_worker;
GRANT SELECT (item_id), DELETE ON sealed_key TO lederkreds_worker;
GRANT SELECT, INSERT ON expiry_run TO lederkreds_worker;
DROP POLICY IF EXISTS worker_expires ON sealed_item;
CREATE POLICY worker_expires ON sealed_item FOR ALL TO lederkreds_worker
  USING (expires_on < (now() AT TIME ZONE 'Europe/Copenhagen')::date);
DROP POLICY IF EXISTS worker_expires ON sealed_key;
CREATE POLICY worker_expires ON sealed_key FOR ALL TO lederkreds_worker
  USING (item_id IN (SELECT id FROM sealed_item));
CREATE POLICY worker_writes ON expiry_run FOR ALL TO lederkreds_worker USING (true) WITH CHECK (true);

-- The door: everything that happens before there is a session. Each function is one whole step, called on a
-- connection of its own as lederkreds_door, which can do nothing else; the API's ordinary role cannot call them.

CREATE OR REPLACE FUNCTION app.open_session(person uuid, token bytea, device_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE opened uuid;
BEGIN
  INSERT INTO session (person_id, device, expires_at, stepped_up_at)
    VALUES (person, device_name, now() + interval '8 hours', now()) RETURNING id INTO opened;
  INSERT INTO session_token (session_id, token_hash) VALUES (opened, token);
  RETURN opened;
END $$;

-- Ends the session with this token: a browser that signs in again or out leaves none behind.
CREATE OR REPLACE FUNCTION app.end_session(token bytea) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE session SET ended_at = now()
  WHERE id = (SELECT session_id FROM session_token WHERE token_hash = token) AND ended_at IS NULL
$$;

-- In how many seconds another code may be asked for, 0 is at once: 5 codes an hour for an address, 10 for a browser.
-- Whoever asks for one address at the same time waits for the other.
CREATE OR REPLACE FUNCTION app.code_wait(address text, browser bytea) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE full_since timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('code:' || address, 0));
  SELECT greatest(
    (SELECT created_at FROM sign_in_code WHERE email = address ORDER BY created_at DESC OFFSET 4 LIMIT 1),
    (SELECT created_at FROM sign_in_code WHERE browser_hash = browser ORDER BY created_at DESC OFFSET 9 LIMIT 1))
    INTO full_since;
  RETURN greatest(0, coalesce(ceil(extract(epoch FROM full_since + interval '1 hour' - now())), 0));
END $$;
ALTER FUNCTION app.code_wait(text, bytea) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.code_wait(text, bytea) FROM PUBLIC;

-- Writes a code and its letter: the same rows and the same work for known and unknown addresses.
-- Answers 0, or in how many seconds to ask again.
CREATE OR REPLACE FUNCTION app.ask_code(address text, invitation_token bytea, browser bytea, code uuid, hash bytea,
  wanted_locale text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  invited invitation%ROWTYPE;
  known uuid;
  letter_id uuid;
  wait integer;
BEGIN
  IF invitation_token IS NOT NULL THEN
    SELECT * INTO invited FROM invitation
      WHERE token_hash = invitation_token AND revoked_at IS NULL AND expires_at > now() AND accepted_at IS NULL;
    address := coalesce(invited.email, '');
  END IF;
  wait := app.code_wait(address, browser);
  IF wait > 0 THEN RETURN wait; END IF;
  SELECT a.person_id INTO known FROM account a JOIN "position" p ON p.person_id = a.person_id
    WHERE a.email = address AND p.deactivated_at IS NULL;
  INSERT INTO sign_in_code (id, email, browser_hash, code_hash, person_id, invitation_id, locale, expires_at)
    VALUES (code, address, browser, hash, known, invited.id, wanted_locale::locale, now() + interval '10 minutes');
  INSERT INTO letter (kind, sign_in_code_id) VALUES ('signInCode', code) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
  RETURN 0;
END $$;

-- Tries a code. Outcomes: 'ok' with the person and her new session, 'wrong' with the guesses left, 'expired'.
-- A code given for an invitation proves the invited address and makes the person if she is new.
CREATE OR REPLACE FUNCTION app.redeem_code(code uuid, browser bytea, hash bytea, token bytea, device_name text)
RETURNS TABLE (outcome text, guesses_left integer, person uuid, opened uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked sign_in_code%ROWTYPE;
  invited invitation%ROWTYPE;
  owner_organisation uuid;
BEGIN
  SELECT * INTO asked FROM sign_in_code WHERE id = code AND browser_hash = browser FOR UPDATE;
  IF NOT FOUND OR asked.used_at IS NOT NULL OR asked.expires_at <= now() OR asked.guesses >= 5 THEN
    RETURN QUERY SELECT 'expired', 0, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  UPDATE sign_in_code SET guesses = guesses + 1 WHERE id = code;
  IF asked.code_hash IS DISTINCT FROM hash OR (asked.person_id IS NULL AND asked.invitation_id IS NULL) THEN
    RETURN QUERY SELECT 'wrong', 4 - asked.guesses, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  UPDATE sign_in_code SET used_at = now() WHERE id = code;
  SELECT a.person_id INTO person FROM account a JOIN "position" p ON p.person_id = a.person_id
    WHERE a.email = asked.email AND p.deactivated_at IS NULL;
  IF person IS NULL AND asked.invitation_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM account WHERE email = asked.email) THEN
    SELECT * INTO invited FROM invitation WHERE id = asked.invitation_id AND revoked_at IS NULL AND accepted_at IS NULL;
    SELECT organisation_id INTO owner_organisation FROM network WHERE id = invited.network_id;
    IF owner_organisation IS NOT NULL THEN
      INSERT INTO person AS p (organisation_id, name, title, workplace)
        VALUES (owner_organisation, coalesce(nullif(invited.name, ''), split_part(invited.email, '@', 1)),
          invited.title, invited.workplace)
        RETURNING p.id INTO person;
      INSERT INTO account (person_id, organisation_id, email, locale)
        VALUES (person, owner_organisation, invited.email, asked.locale);
      INSERT INTO "position" (person_id, organisation_id) VALUES (person, owner_organisation);
    END IF;
  END IF;
  IF person IS NULL THEN
    RETURN QUERY SELECT 'expired', 0, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  RETURN QUERY SELECT 'ok', 0, person, app.open_session(person, token, device_name);
END $$;

-- Tries a code that its owner asked for to prove a new address. Outcomes: 'ok', 'taken', 'wrong' with the guesses left,
-- 'expired'. It comes through the door so that the guess is counted whatever becomes of the operation.
CREATE OR REPLACE FUNCTION app.redeem_new_email(code uuid, browser bytea, hash bytea, owner uuid)
RETURNS TABLE (outcome text, guesses_left integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE asked sign_in_code%ROWTYPE;
BEGIN
  SELECT * INTO asked FROM sign_in_code
    WHERE id = code AND browser_hash = browser AND new_email_of_id = owner FOR UPDATE;
  IF NOT FOUND OR asked.used_at IS NOT NULL OR asked.expires_at <= now() OR asked.guesses >= 5 THEN
    RETURN QUERY SELECT 'expired', 0; RETURN;
  END IF;
  UPDATE sign_in_code SET guesses = guesses + 1 WHERE id = code;
  IF asked.code_hash IS DISTINCT FROM hash THEN
    RETURN QUERY SELECT 'wrong', 4 - asked.guesses; RETURN;
  END IF;
  UPDATE sign_in_code SET used_at = now() WHERE id = code;
  outcome := app.move_account(owner, asked.email);
  guesses_left := 0;
  IF outcome = 'ok' THEN UPDATE person SET version = version + 1 WHERE id = owner; END IF;
  RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION app.keep_challenge(browser bytea, value text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO passkey_challenge (browser_hash, challenge, expires_at) VALUES (browser, value, now() + interval '5 minutes')
$$;

-- Takes a challenge away, so that it is used once. Answers whether it was this browser's and still fresh.
CREATE OR REPLACE FUNCTION app.take_challenge(browser bytea, value text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH taken AS (
    DELETE FROM passkey_challenge WHERE browser_hash = browser AND challenge = value RETURNING expires_at)
  SELECT EXISTS (SELECT FROM taken WHERE expires_at > now())
$$;

CREATE OR REPLACE FUNCTION app.find_passkey(credential text)
RETURNS TABLE (passkey uuid, person uuid, key bytea, uses bigint, ways text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id, k.person_id, k.public_key, k.counter, k.transports
  FROM passkey k JOIN "position" p ON p.person_id = k.person_id
  WHERE k.credential_id = credential AND p.deactivated_at IS NULL
$$;

CREATE OR REPLACE FUNCTION app.open_session_with_passkey(used_passkey uuid, uses bigint, token bytea, device_name text)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE owner uuid;
BEGIN
  UPDATE passkey SET counter = uses, last_used_at = now()
    WHERE id = used_passkey AND (counter = 0 AND uses = 0 OR uses > counter) RETURNING person_id INTO owner;
  IF owner IS NULL THEN RETURN NULL; END IF;
  RETURN app.open_session(owner, token, device_name);
END $$;

-- Of these sessions' tokens, those that still live.
CREATE OR REPLACE FUNCTION app.live_tokens(tokens bytea[]) RETURNS TABLE (token bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.token_hash FROM session_token t
  JOIN session s ON s.id = t.session_id JOIN "position" p ON p.person_id = s.person_id
  WHERE t.token_hash = ANY (tokens) AND s.ended_at IS NULL AND s.expires_at > now()
    AND s.last_used_at > now() - interval '30 minutes' AND p.deactivated_at IS NULL
$$;

-- What a link's holder may know before she says yes: who invites, to what, and whether the link still works.
CREATE OR REPLACE FUNCTION app.look_at_invitation(token bytea) RETURNS TABLE (
  invitation uuid, network_name text, purpose text, organisation_name text, inviter text, invited_name text,
  invited_title text, invited_workplace text, invited_email text, wanted_locale text,
  expires timestamptz, revoked timestamptz, accepted timestamptz, has_account boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id, n.name, n.purpose, o.name, p.name, i.name, i.title, i.workplace, i.email, i.locale::text,
    i.expires_at, i.revoked_at, i.accepted_at, EXISTS (SELECT FROM account a WHERE a.email = i.email)
  FROM invitation i
  JOIN network n ON n.id = i.network_id
  JOIN organisation o ON o.id = n.organisation_id
  JOIN person p ON p.id = i.invited_by_id
  WHERE i.token_hash = token
$$;

-- Replaces the one-time set-up link. Answers false when there is an organisation already.
CREATE OR REPLACE FUNCTION app.offer_set_up(token bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM organisation) THEN RETURN false; END IF;
  DELETE FROM set_up_link;
  INSERT INTO set_up_link (token_hash) VALUES (token);
  RETURN true;
END $$;

-- Creates the organisation and its first administrator. Answers her session, or null when the link does not work.
CREATE OR REPLACE FUNCTION app.set_up(link bytea, organisation_name text, person_name text, address text,
  wanted_locale text, token bytea, device_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  made uuid;
  first uuid;
BEGIN
  UPDATE set_up_link SET used_at = now() WHERE token_hash = link AND used_at IS NULL;
  IF NOT FOUND OR EXISTS (SELECT FROM organisation) THEN RETURN NULL; END IF;
  INSERT INTO organisation (name) VALUES (organisation_name) RETURNING id INTO made;
  INSERT INTO person (organisation_id, name) VALUES (made, person_name) RETURNING id INTO first;
  INSERT INTO account (person_id, organisation_id, email, locale) VALUES (first, made, address, wanted_locale::locale);
  INSERT INTO "position" (person_id, organisation_id) VALUES (first, made);
  INSERT INTO person_role (person_id, organisation_id, role) VALUES (first, made, 'admin');
  RETURN app.open_session(first, token, device_name);
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('open_session', 'ask_code', 'redeem_code', 'redeem_new_email', 'keep_challenge', 'take_challenge', 'find_passkey',
        'open_session_with_passkey', 'end_session', 'look_at_invitation', 'offer_set_up', 'set_up', 'live_tokens')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lederkreds_door', signature);
  END LOOP;
  REVOKE EXECUTE ON FUNCTION app.open_session(uuid, bytea, text) FROM lederkreds_door;
END $$;

-- policies/feedback.sql
-- Feedback: who asks whom and until when, and that nobody reads an answer before its cycle is released.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['feedback_cycle', 'feedback_invitation', 'feedback_issuer', 'feedback_staged', 'feedback_answer',
    'feedback_step'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS removed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS gate_keeps ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_releases ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_keeps ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- One part for each member in a step, unless she has called it off.
CREATE UNIQUE INDEX IF NOT EXISTS feedback_cycle_one_part ON feedback_cycle (step_id, receiver_id) WHERE state <> 'cancelled';

-- The gate ends cycles. It has no right to what is sealed, nor to the keys of issuers.
GRANT SELECT, UPDATE (state, closed_on, ask_id) ON feedback_cycle TO lederkreds_gate;
GRANT SELECT, UPDATE (answered, declined, blinded_hash) ON feedback_invitation TO lederkreds_gate;
GRANT SELECT (cycle_id, public_key), DELETE ON feedback_issuer TO lederkreds_gate;
GRANT SELECT (token_hash, cycle_id), DELETE ON feedback_staged TO lederkreds_gate;
GRANT SELECT (id, cycle_id, giver_id), DELETE ON feedback_answer TO lederkreds_gate;
GRANT SELECT ON feedback_step TO lederkreds_gate;
GRANT SELECT (kind, cycle_id) ON sealed_item TO lederkreds_gate;

-- What somebody may give now or was asked for: cycles that have their question, in networks that she is inside of.
CREATE OR REPLACE FUNCTION app.feedback_to_give() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM app.caller
  JOIN feedback_invitation i ON i.giver_id = caller.person_id
  JOIN feedback_cycle c ON c.id = i.cycle_id AND c.ask_id IS NOT NULL
  WHERE i.network_id = ANY (app.joined_networks())
$$;

-- Cycles of the viewer's own, in whatever state: they stay hers after she has left their network.
CREATE OR REPLACE FUNCTION app.feedback_received() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM app.caller JOIN feedback_cycle c ON c.receiver_id = caller.person_id
$$;

-- Those of them whose answers she may read.
CREATE OR REPLACE FUNCTION app.feedback_released() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM app.caller
  JOIN feedback_cycle c ON c.receiver_id = caller.person_id AND c.state = 'released'
$$;

-- In which cycles the viewer is asked, and what she herself has done with it where answers are signed. Nobody is told it of
-- anybody else.
CREATE OR REPLACE FUNCTION app.own_feedback() RETURNS TABLE (cycle_id uuid, answered boolean, declined boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.cycle_id, i.answered, i.declined FROM app.caller JOIN feedback_invitation i ON i.giver_id = caller.person_id
$$;

-- Those of a network whom the viewer can ask: inside it, with keys to seal to.
CREATE OR REPLACE FUNCTION app.feedback_givers(wanted_network uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(m.person_id), '{}') FROM app.caller
  JOIN membership m ON m.network_id = wanted_network AND m.left_at IS NULL AND m.person_id <> caller.person_id
  JOIN network n ON n.id = m.network_id AND n.state = 'active'
  JOIN ground_rules_acceptance a
    ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
  WHERE wanted_network = ANY (app.joined_networks()) AND EXISTS (SELECT FROM identity i WHERE i.person_id = m.person_id)
$$;

-- Whether the viewer may ask somebody in a cycle: in her own, before it has its question.
CREATE OR REPLACE FUNCTION app.may_ask(wanted_cycle uuid, wanted_network uuid, wanted_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM feedback_cycle c WHERE c.id = wanted_cycle AND c.network_id = wanted_network
    AND c.receiver_id = app.viewer() AND c.state = 'open' AND c.ask_id IS NULL)
    AND wanted_person = ANY (app.feedback_givers(wanted_network))
$$;

-- Ends a cycle that is held. What was not released is destroyed, and so is what signs tokens; a question that nobody may
-- answer any more is closed again to those who were asked.
CREATE OR REPLACE FUNCTION app.end_feedback(wanted_cycle uuid, outcome feedback_state) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM feedback_staged WHERE cycle_id = wanted_cycle;
  DELETE FROM feedback_issuer WHERE cycle_id = wanted_cycle;
  IF outcome <> 'released' THEN
    DELETE FROM feedback_answer WHERE cycle_id = wanted_cycle;
    DELETE FROM sealed_key k USING feedback_cycle c
    WHERE c.id = wanted_cycle AND k.item_id = c.ask_id AND k.recipient_id <> k.owner_id;
  END IF;
  UPDATE feedback_cycle SET state = outcome, closed_on = (now() AT TIME ZONE 'Europe/Copenhagen')::date WHERE id = wanted_cycle;
END $$;

-- Called off by its receiver. Answers whether it was still open.
CREATE OR REPLACE FUNCTION app.cancel_feedback(wanted_cycle uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = wanted_cycle AND receiver_id = app.viewer() AND state = 'open' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.end_feedback(wanted_cycle, 'cancelled');
  RETURN true;
END $$;

-- Somebody will not answer. Answers whether she could still say so.
CREATE OR REPLACE FUNCTION app.decline_feedback(wanted_cycle uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = wanted_cycle AND id = ANY (app.feedback_to_give())
    AND promise = 'signed' AND state = 'open' AND deadline > clock_timestamp() FOR SHARE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE feedback_invitation SET declined = true
  WHERE cycle_id = wanted_cycle AND giver_id = app.viewer() AND NOT answered AND NOT declined;
  RETURN FOUND;
END $$;

-- Every answer has one size. A signed one comes from somebody who was asked and has not answered, while there is time:
-- another one is not written, and whoever sent it finds out why. Whoever ends the cycle waits for it.
CREATE OR REPLACE FUNCTION app.check_feedback_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF substring(NEW.envelope FOR 4) <> '\x4c490103' OR octet_length(NEW.envelope) <> 16416
    OR octet_length(NEW.wrapped_key) NOT BETWEEN 29 AND 256 THEN
    RAISE EXCEPTION 'UnknownFormat' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.giver_id IS NULL THEN
    PERFORM FROM feedback_cycle WHERE id = NEW.cycle_id AND promise = 'pooled' AND state = 'open' FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'NotPooled' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END IF;
  PERFORM FROM feedback_cycle WHERE id = NEW.cycle_id AND promise = 'signed' AND state = 'open' AND ask_id IS NOT NULL
    AND deadline > clock_timestamp() FOR SHARE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE feedback_invitation SET answered = true
  WHERE cycle_id = NEW.cycle_id AND giver_id = NEW.giver_id AND NOT answered AND NOT declined;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;

-- What belongs to a cycle is its receiver's. One question, before anybody is told, and never another; a step afterwards.
CREATE OR REPLACE FUNCTION app.check_cycle_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held feedback_cycle%ROWTYPE;
BEGIN
  SELECT * INTO held FROM feedback_cycle WHERE id = NEW.cycle_id AND receiver_id = NEW.owner_id FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'NotHersToAsk' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.kind::text = 'feedbackStep' THEN
    IF held.state <> 'released' OR NEW.expires_on IS NULL
      OR NEW.expires_on > (now() AT TIME ZONE 'Europe/Copenhagen')::date + 366 THEN
      RAISE EXCEPTION 'DoesNotStay' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND held.ask_id = NEW.id THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' OR held.ask_id IS NOT NULL OR held.state <> 'open' OR held.deadline <= clock_timestamp()
    OR (SELECT count(*) FROM feedback_invitation WHERE cycle_id = held.id) < (CASE held.promise WHEN 'pooled' THEN 5 ELSE 1 END)
  THEN RAISE EXCEPTION 'FeedbackClosed' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

-- With its question a cycle begins: those who are asked are told by mail that they are, not what.
CREATE OR REPLACE FUNCTION app.follow_ask() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE feedback_cycle SET ask_id = NEW.id WHERE id = NEW.cycle_id AND ask_id IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM app.write_letter('feedbackAsked', giver_id, network_id) FROM feedback_invitation WHERE cycle_id = NEW.cycle_id;
  RETURN NULL;
END $$;

-- Without its question it is over.
CREATE OR REPLACE FUNCTION app.follow_lost_ask() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = OLD.cycle_id AND state = 'open' FOR UPDATE;
  IF FOUND THEN PERFORM app.end_feedback(OLD.cycle_id, 'cancelled'); END IF;
  RETURN NULL;
END $$;

-- A letter to somebody about a network, which the worker writes and sends.
CREATE OR REPLACE FUNCTION app.write_letter(what text, person uuid, network uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE letter_id uuid;
BEGIN
  INSERT INTO letter (kind, person_id, network_id) VALUES (what::letter_kind, person, network) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
END $$;

-- Whoever leaves a network asks nobody in it any more. Her invitations stay as they are, so that her going tells nobody
-- whether she had answered; she has no way to them.
CREATE OR REPLACE FUNCTION app.follow_asker() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM event_counter WHERE network_id = NEW.network_id FOR UPDATE;
  PERFORM app.end_feedback(held.id, 'cancelled') FROM (SELECT id FROM feedback_cycle
    WHERE network_id = NEW.network_id AND receiver_id = NEW.person_id AND state = 'open' ORDER BY id FOR UPDATE) held;
  RETURN NULL;
END $$;

-- Nothing is answered in a network that has closed.
CREATE OR REPLACE FUNCTION app.close_feedback_of_network() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM event_counter WHERE network_id = NEW.id FOR UPDATE;
  PERFORM app.end_feedback(held.id, 'cancelled') FROM (SELECT id FROM feedback_cycle
    WHERE network_id = NEW.id AND state = 'open' ORDER BY id FOR UPDATE) held;
  RETURN NULL;
END $$;

-- Whether a cycle is to end now: its deadline is over, or everybody who can has answered or said that she will not.
CREATE OR REPLACE FUNCTION app.is_due(cycle feedback_cycle) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT cycle.state = 'open' AND (cycle.deadline <= clock_timestamp() OR cycle.ask_id IS NOT NULL AND CASE cycle.promise
    WHEN 'signed' THEN NOT EXISTS (SELECT FROM feedback_invitation i
      JOIN membership m ON m.network_id = i.network_id AND m.person_id = i.giver_id AND m.left_at IS NULL
      WHERE i.cycle_id = cycle.id AND NOT i.answered AND NOT i.declined)
    ELSE (SELECT count(*) FROM feedback_staged s WHERE s.cycle_id = cycle.id)
      >= (SELECT count(*) FROM feedback_invitation i WHERE i.cycle_id = cycle.id) END)
$$;

-- The worker's: which cycles are to end.
CREATE OR REPLACE FUNCTION app.due_feedback() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id FROM feedback_cycle c WHERE c.state = 'open' AND app.is_due(c) ORDER BY c.id
$$;

-- Holds a cycle that is to end until the transaction does, its network's counter first. Answers what it promised,
-- 'unasked' for one that nobody was told of, or null when it is not to end after all.
CREATE OR REPLACE FUNCTION app.hold_feedback(wanted_cycle uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held feedback_cycle%ROWTYPE;
BEGIN
  PERFORM FROM event_counter e JOIN feedback_cycle c ON c.network_id = e.network_id WHERE c.id = wanted_cycle FOR UPDATE OF e;
  SELECT * INTO held FROM feedback_cycle WHERE id = wanted_cycle FOR UPDATE;
  IF NOT FOUND OR NOT app.is_due(held) THEN RETURN NULL; END IF;
  RETURN CASE WHEN held.ask_id IS NULL THEN 'unasked' ELSE held.promise::text END;
END $$;

-- Ends a cycle that is held and due, and tells of it: its network that something has changed, its receiver by mail.
CREATE OR REPLACE FUNCTION app.close_feedback(wanted_cycle uuid, outcome text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held feedback_cycle%ROWTYPE;
BEGIN
  SELECT * INTO STRICT held FROM feedback_cycle WHERE id = wanted_cycle AND state = 'open' FOR UPDATE;
  IF held.ask_id IS NULL OR outcome NOT IN ('released', 'tooFew') THEN
    PERFORM app.end_feedback(held.id, 'cancelled');
    RETURN;
  END IF;
  PERFORM app.end_feedback(held.id, outcome::feedback_state);
  PERFORM app.write_event(held.network_id, 'feedbackReleased', held.id);
  PERFORM app.write_letter('feedbackReleased', held.receiver_id, held.network_id);
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('feedback_to_give', 'feedback_received', 'feedback_released', 'own_feedback', 'feedback_givers', 'may_ask',
        'end_feedback', 'cancel_feedback', 'decline_feedback', 'check_feedback_answer', 'check_cycle_item', 'follow_ask',
        'follow_lost_ask', 'write_letter', 'follow_asker', 'close_feedback_of_network', 'is_due', 'due_feedback', 'hold_feedback',
        'close_feedback')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.feedback_to_give(), app.feedback_received(), app.feedback_released(), app.own_feedback(),
  app.feedback_givers(uuid), app.may_ask(uuid, uuid, uuid), app.cancel_feedback(uuid), app.decline_feedback(uuid)
  TO lederkreds_api;
GRANT EXECUTE ON FUNCTION app.due_feedback(), app.hold_feedback(uuid), app.close_feedback(uuid, text) TO lederkreds_worker;

CREATE OR REPLACE TRIGGER answer_in_time BEFORE INSERT ON feedback_answer FOR EACH ROW
  WHEN (current_user IN ('lederkreds_api', 'lederkreds_worker')) EXECUTE FUNCTION app.check_feedback_answer();
CREATE OR REPLACE TRIGGER item_of_cycle BEFORE INSERT OR UPDATE ON sealed_item
  FOR EACH ROW WHEN (NEW.cycle_id IS NOT NULL) EXECUTE FUNCTION app.check_cycle_item();
CREATE OR REPLACE TRIGGER ask_is_there AFTER INSERT ON sealed_item
  FOR EACH ROW WHEN (NEW.kind::text = 'feedbackAsk') EXECUTE FUNCTION app.follow_ask();
CREATE OR REPLACE TRIGGER ask_is_gone AFTER DELETE ON sealed_item
  FOR EACH ROW WHEN (OLD.kind::text = 'feedbackAsk') EXECUTE FUNCTION app.follow_lost_ask();
CREATE OR REPLACE TRIGGER leave_feedback AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.follow_asker();
CREATE OR REPLACE TRIGGER follow_closing_feedback AFTER UPDATE OF state ON network
  FOR EACH ROW WHEN (OLD.state <> 'closed' AND NEW.state = 'closed') EXECUTE FUNCTION app.close_feedback_of_network();

GRANT SELECT ON feedback_cycle TO lederkreds_api;
GRANT INSERT (id, network_id, receiver_id, form, promise, promise_version, deadline, previous_id, step_id)
  ON feedback_cycle TO lederkreds_api;
CREATE POLICY seen ON feedback_cycle FOR SELECT TO lederkreds_api
  USING (receiver_id = (SELECT app.viewer()) OR id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY made ON feedback_cycle FOR INSERT TO lederkreds_api
  WITH CHECK (receiver_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND (previous_id IS NULL OR previous_id = ANY ((SELECT app.feedback_received())::uuid[])));

-- Who was asked is for those who were, and for whoever asked; what became of it is in no column that can be read.
GRANT SELECT (cycle_id, network_id, giver_id), INSERT (cycle_id, network_id, giver_id) ON feedback_invitation TO lederkreds_api;
CREATE POLICY seen ON feedback_invitation FOR SELECT TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_received())::uuid[]) OR cycle_id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY made ON feedback_invitation FOR INSERT TO lederkreds_api
  WITH CHECK (app.may_ask(cycle_id, network_id, giver_id));

GRANT SELECT (cycle_id, public_key), INSERT (cycle_id, public_key, private_key) ON feedback_issuer TO lederkreds_api;
CREATE POLICY seen ON feedback_issuer FOR SELECT TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_received())::uuid[]) OR cycle_id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY made ON feedback_issuer FOR INSERT TO lederkreds_api
  WITH CHECK (cycle_id IN (SELECT c.id FROM feedback_cycle c
    WHERE c.receiver_id = (SELECT app.viewer()) AND c.promise = 'pooled' AND c.state = 'open' AND c.ask_id IS NULL));

GRANT SELECT, DELETE ON feedback_answer TO lederkreds_api;
GRANT INSERT (cycle_id, network_id, giver_id, envelope, wrapped_key) ON feedback_answer TO lederkreds_api;
CREATE POLICY seen ON feedback_answer FOR SELECT TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_released())::uuid[]));
CREATE POLICY made ON feedback_answer FOR INSERT TO lederkreds_api
  WITH CHECK (giver_id = (SELECT app.viewer()) AND cycle_id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY removed ON feedback_answer FOR DELETE TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_released())::uuid[]));

GRANT SELECT, INSERT ON feedback_step TO lederkreds_api;
CREATE POLICY seen ON feedback_step FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]));
CREATE POLICY made ON feedback_step FOR INSERT TO lederkreds_api
  WITH CHECK (planned_by_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT m.network_id FROM membership m
      WHERE m.person_id = (SELECT app.viewer()) AND m.is_convenor AND m.left_at IS NULL)
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active'));

-- The worker shuffles what was pooled: it takes it from where it waits and writes it as answers. Signed ones it cannot read.
GRANT SELECT ON feedback_cycle, feedback_staged TO lederkreds_worker;
GRANT DELETE ON feedback_staged TO lederkreds_worker;
GRANT INSERT (id, cycle_id, network_id, envelope, wrapped_key) ON feedback_answer TO lederkreds_worker;
CREATE POLICY worker_releases ON feedback_cycle FOR SELECT TO lederkreds_worker USING (true);
CREATE POLICY worker_releases ON feedback_staged FOR ALL TO lederkreds_worker USING (true);
CREATE POLICY worker_releases ON feedback_answer FOR INSERT TO lederkreds_worker WITH CHECK (giver_id IS NULL);

-- A sentence about the season. Each member agrees to its hash for herself, and sees nobody else's yes; the sentence itself is
-- written when everybody who is a member at that moment has agreed to it.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sentence_consent', 'published_sentence'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS removed ON public.%I', name);
  END LOOP;
END $$;
DROP POLICY IF EXISTS gate_keeps ON sentence_consent;
CREATE POLICY gate_keeps ON sentence_consent FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (hash), DELETE ON sentence_consent TO lederkreds_gate;

GRANT SELECT, INSERT, DELETE ON sentence_consent TO lederkreds_api;
GRANT UPDATE (hash) ON sentence_consent TO lederkreds_api;
CREATE POLICY seen ON sentence_consent FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON sentence_consent FOR INSERT TO lederkreds_api
  WITH CHECK (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active') AND octet_length(hash) = 32);
CREATE POLICY changed ON sentence_consent FOR UPDATE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[]))
  WITH CHECK (octet_length(hash) = 32);
CREATE POLICY removed ON sentence_consent FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT, DELETE ON published_sentence TO lederkreds_api;
CREATE POLICY seen ON published_sentence FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));
CREATE POLICY made ON published_sentence FOR INSERT TO lederkreds_api
  WITH CHECK (published_by_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND network_id IN (SELECT m.network_id FROM membership m
      WHERE m.person_id = (SELECT app.viewer()) AND m.is_convenor AND m.left_at IS NULL));
CREATE POLICY removed ON published_sentence FOR DELETE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]));

-- What every present member of a network has agreed to, those too who have not accepted its rules; null while anybody has
-- not, or to something else. For its members alone.
CREATE OR REPLACE FUNCTION app.agreed_sentence(wanted uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN count(*) = count(c.hash) AND count(DISTINCT c.hash) = 1 THEN (array_agg(c.hash))[1] END
  FROM membership m LEFT JOIN sentence_consent c ON c.network_id = m.network_id AND c.person_id = m.person_id
  WHERE m.network_id = wanted AND m.left_at IS NULL AND wanted = ANY (app.joined_networks())
$$;

-- Published is what was agreed to, byte for byte. Whoever joins meanwhile, or takes a yes back, does so before or after.
CREATE OR REPLACE FUNCTION app.check_sentence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM network WHERE id = NEW.network_id FOR NO KEY UPDATE;
  PERFORM FROM sentence_consent WHERE network_id = NEW.network_id ORDER BY person_id FOR UPDATE;
  IF octet_length(NEW.salt) <> 16 OR char_length(NEW.text) NOT BETWEEN 1 AND 300
    OR sha256(NEW.salt || convert_to(NEW.text, 'UTF8')) IS DISTINCT FROM app.agreed_sentence(NEW.network_id) THEN
    RAISE EXCEPTION 'NotAgreed' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM sentence_consent WHERE network_id = NEW.network_id;
  RETURN NEW;
END $$;

-- Whoever leaves takes her yes along: if she comes back she is asked anew.
CREATE OR REPLACE FUNCTION app.forget_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM sentence_consent WHERE network_id = NEW.network_id AND person_id = NEW.person_id;
  RETURN NULL;
END $$;

ALTER FUNCTION app.agreed_sentence(uuid) OWNER TO lederkreds_gate;
ALTER FUNCTION app.check_sentence() OWNER TO lederkreds_gate;
ALTER FUNCTION app.forget_consent() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.agreed_sentence(uuid), app.check_sentence(), app.forget_consent() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.agreed_sentence(uuid) TO lederkreds_api;
CREATE OR REPLACE TRIGGER sentence_is_agreed BEFORE INSERT ON published_sentence FOR EACH ROW
  WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_sentence();
CREATE OR REPLACE TRIGGER forget_consent AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.forget_consent();
-- Pooled answers. Whoever hands one in shows a token and nothing of herself: the API has checked it, without a session, and
-- calls what follows as the door. A token is given to a giver once, by name; what she does with it no row tells.
GRANT SELECT (private_key) ON feedback_issuer TO lederkreds_gate;
GRANT SELECT (sealed, withdrawn), INSERT, UPDATE (sealed, withdrawn) ON feedback_staged TO lederkreds_gate;
ALTER TABLE feedback_staged DROP CONSTRAINT IF EXISTS feedback_staged_one_length;
ALTER TABLE feedback_staged ADD CONSTRAINT feedback_staged_one_length
  CHECK (octet_length(token_hash) = 32 AND octet_length(sealed) = 16565 AND (sealed IS NULL OR NOT withdrawn));

-- Gives out the key that signs tokens for the one message that the viewer may have signed; still under its layer.
CREATE OR REPLACE FUNCTION app.take_feedback_token(wanted_cycle uuid, blinded bytea)
RETURNS TABLE (outcome text, private_key bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle c WHERE c.id = wanted_cycle AND c.id = ANY (app.feedback_to_give())
    AND c.promise = 'pooled' AND c.state = 'open' AND c.deadline > clock_timestamp() FOR SHARE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'closed', NULL::bytea; RETURN; END IF;
  UPDATE feedback_invitation i SET blinded_hash = blinded
  WHERE i.cycle_id = wanted_cycle AND i.giver_id = app.viewer() AND coalesce(i.blinded_hash, blinded) = blinded;
  IF NOT FOUND THEN RETURN QUERY SELECT 'other', NULL::bytea; RETURN; END IF;
  RETURN QUERY SELECT 'given', i.private_key FROM feedback_issuer i WHERE i.cycle_id = wanted_cycle;
END $$;

-- The key that tells tokens of a cycle, for as long as it takes answers in; null for any other id.
CREATE OR REPLACE FUNCTION app.pooled_issuer(wanted_cycle uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.public_key FROM feedback_issuer i JOIN feedback_cycle c ON c.id = i.cycle_id
  WHERE c.id = wanted_cycle AND c.promise = 'pooled' AND c.state = 'open' AND c.ask_id IS NOT NULL
    AND c.deadline > clock_timestamp()
$$;

-- Whether a cycle takes answers in; if so it is not ended before this transaction is.
CREATE OR REPLACE FUNCTION app.hold_pooled(wanted_cycle uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = wanted_cycle AND promise = 'pooled' AND state = 'open' AND ask_id IS NOT NULL
    AND deadline > clock_timestamp() FOR SHARE;
  RETURN FOUND;
END $$;

-- Spends a token: kept with an answer or, for null, without one.
CREATE OR REPLACE FUNCTION app.stage_pooled_answer(wanted_cycle uuid, token bytea, answer bytea) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT app.hold_pooled(wanted_cycle) THEN RETURN 'closed'; END IF;
  INSERT INTO feedback_staged (token_hash, cycle_id, sealed) VALUES (token, wanted_cycle, answer) ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'kept' ELSE 'spent' END;
END $$;

CREATE OR REPLACE FUNCTION app.look_at_pooled_answer(wanted_cycle uuid, token bytea) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT CASE WHEN withdrawn THEN 'withdrawn' WHEN sealed IS NULL THEN 'blank' ELSE 'answered' END
    FROM feedback_staged WHERE token_hash = token AND cycle_id = wanted_cycle), 'unused')
$$;

-- Destroys what was kept with a token, if anything was; the token stays spent. Answers whether there was time for it.
CREATE OR REPLACE FUNCTION app.withdraw_pooled_answer(wanted_cycle uuid, token bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT app.hold_pooled(wanted_cycle) THEN RETURN false; END IF;
  UPDATE feedback_staged SET sealed = NULL, withdrawn = true
  WHERE token_hash = token AND cycle_id = wanted_cycle AND sealed IS NOT NULL;
  RETURN true;
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['take_feedback_token(uuid, bytea)', 'pooled_issuer(uuid)', 'hold_pooled(uuid)',
    'stage_pooled_answer(uuid, bytea, bytea)', 'look_at_pooled_answer(uuid, bytea)', 'withdraw_pooled_answer(uuid, bytea)'] LOOP
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.take_feedback_token(uuid, bytea) TO lederkreds_api;
GRANT EXECUTE ON FUNCTION app.pooled_issuer(uuid), app.stage_pooled_answer(uuid, bytea, bytea),
  app.look_at_pooled_answer(uuid, bytea), app.withdraw_pooled_answer(uuid, bytea) TO lederkreds_door;

-- policies/meetings.sql
-- Seasons, meetings, attendance.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['season', 'meeting', 'attendance'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO lederkreds_api', name);
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_worker', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_reads ON public.%I', name);
    EXECUTE format('CREATE POLICY seen ON public.%I FOR SELECT TO lederkreds_api
      USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]))', name);
    EXECUTE format('CREATE POLICY worker_reads ON public.%I FOR SELECT TO lederkreds_worker USING (true)', name);
  END LOOP;
END $$;

CREATE POLICY made ON season FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[]));

GRANT UPDATE (starts_at, ends_at, place, link, cancelled_at, sequence, version) ON meeting TO lederkreds_api;
CREATE POLICY made ON meeting FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[])
    AND (season_id IS NULL OR season_id IN (SELECT s.id FROM season s WHERE s.network_id = meeting.network_id)));
CREATE POLICY changed ON meeting FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.keeper_networks())::uuid[]));

-- Members of the meeting's own network are invited, unanswered. What they answer and who was there is written later.
GRANT UPDATE (rsvp, rsvp_at, attended, marked_by_id) ON attendance TO lederkreds_api;
CREATE POLICY made ON attendance FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[])
    AND rsvp IS NULL AND attended IS NULL AND noticed_sequence IS NULL
    AND meeting_id IN (SELECT m.id FROM meeting m WHERE m.network_id = attendance.network_id)
    AND person_id IN (SELECT s.person_id FROM membership s WHERE s.network_id = attendance.network_id AND s.left_at IS NULL));
CREATE POLICY changed ON attendance FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));

-- Policies see rows, not columns: this says who may change which. People answer for themselves; whoever moves a meeting
-- asks everybody again. The convenor marks who was there or, while there is none, any member; never a mere consultant.
CREATE OR REPLACE FUNCTION app.check_attendance() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.rsvp, NEW.rsvp_at) IS DISTINCT FROM (OLD.rsvp, OLD.rsvp_at)
    AND NEW.person_id IS DISTINCT FROM app.viewer()
    AND NOT (NEW.rsvp IS NULL AND NEW.rsvp_at IS NULL AND NEW.network_id = ANY (app.keeper_networks()))
  THEN RAISE EXCEPTION 'people answer for themselves' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF (NEW.attended, NEW.marked_by_id) IS DISTINCT FROM (OLD.attended, OLD.marked_by_id)
    AND NOT (NEW.marked_by_id IS NOT DISTINCT FROM app.viewer() AND NEW.network_id = ANY (app.marking_networks())
      AND NEW.network_id = ANY (app.member_networks()))
  THEN RAISE EXCEPTION 'attendance is marked by the convenor' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_attendance BEFORE UPDATE ON attendance
  FOR EACH ROW WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_attendance();

-- The gate invites newcomers to what is planned, and takes leavers off it, in the transaction in which they come and go.
GRANT SELECT ON meeting, attendance TO lederkreds_gate;
GRANT INSERT (meeting_id, person_id, network_id), DELETE ON attendance TO lederkreds_gate;
GRANT SELECT, INSERT, UPDATE ON calendar_withdrawal TO lederkreds_gate;
ALTER TABLE calendar_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_withdrawal FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS gate_notes ON calendar_withdrawal;
CREATE POLICY gate_notes ON calendar_withdrawal FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS gate_reads ON meeting;
DROP POLICY IF EXISTS gate_reads ON attendance;
DROP POLICY IF EXISTS gate_invites ON attendance;
DROP POLICY IF EXISTS gate_removes ON attendance;
CREATE POLICY gate_reads ON meeting FOR SELECT TO lederkreds_gate USING (true);
CREATE POLICY gate_reads ON attendance FOR SELECT TO lederkreds_gate USING (true);
CREATE POLICY gate_invites ON attendance FOR INSERT TO lederkreds_gate WITH CHECK (true);
CREATE POLICY gate_removes ON attendance FOR DELETE TO lederkreds_gate USING (attended IS NULL);

-- One calendar mail for each member who has accepted the rules in force: whoever else changes the calendar before it is
-- due joins it. The mail itself finds out what a member's calendar has not been told. NULL means every member. A network
-- that has closed has nothing left to accept: what it takes out of a calendar is told to whoever has it there.
CREATE OR REPLACE FUNCTION app.queue_calendar_mails(network uuid, only_person uuid, due timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE waiting record;
BEGIN
  FOR waiting IN
    INSERT INTO letter (kind, network_id, person_id)
    SELECT 'meetings', m.network_id, m.person_id
    FROM membership m
    JOIN network n ON n.id = m.network_id
    WHERE m.network_id = network AND m.left_at IS NULL AND (only_person IS NULL OR m.person_id = only_person)
      AND (n.state = 'closed' OR EXISTS (SELECT FROM ground_rules_acceptance a
        WHERE a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version))
      AND EXISTS (SELECT FROM attendance i JOIN meeting t ON t.id = i.meeting_id
        WHERE i.person_id = m.person_id AND i.network_id = network AND t.ends_at > now())
    RETURNING id, person_id
  LOOP
    PERFORM app.enqueue('sendLetter', json_build_object('letterId', waiting.id),
      'meetings:' || network || ':' || waiting.person_id, due);
  END LOOP;
END $$;
ALTER FUNCTION app.queue_calendar_mails(uuid, uuid, timestamptz) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.queue_calendar_mails(uuid, uuid, timestamptz) FROM PUBLIC;

-- The same for those who keep a network's calendar: tells all its members.
CREATE OR REPLACE FUNCTION app.notice_meetings(network uuid, due timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF network <> ALL (app.keeper_networks()) THEN
    RAISE EXCEPTION 'not the keeper of this calendar' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM app.queue_calendar_mails(network, NULL, due);
END $$;
ALTER FUNCTION app.notice_meetings(uuid, timestamptz) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.notice_meetings(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.notice_meetings(uuid, timestamptz) TO lederkreds_api;

-- What a leaver's calendar has been told of is noted before it is forgotten, and taken out by one mail. The sequence of
-- a cancellation lies above that of the last request; another request, should she come back, lies above both.
CREATE OR REPLACE FUNCTION app.follow_membership() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE waiting uuid;
BEGIN
  IF NEW.left_at IS NOT NULL THEN
    INSERT INTO calendar_withdrawal AS w (meeting_id, person_id, network_id, sequence)
    SELECT i.meeting_id, i.person_id, i.network_id, i.noticed_sequence + 1
    FROM attendance i JOIN meeting m ON m.id = i.meeting_id
    WHERE i.network_id = NEW.network_id AND i.person_id = NEW.person_id AND i.attended IS NULL
      AND m.starts_at > now() AND i.noticed_sequence IS NOT NULL
      AND (m.cancelled_at IS NULL OR i.noticed_sequence < m.sequence)
    ON CONFLICT (meeting_id, person_id)
      DO UPDATE SET times = w.times + 1, sequence = excluded.sequence + 2 * w.times, sent_at = NULL;
    DELETE FROM attendance i USING meeting m
    WHERE m.id = i.meeting_id AND m.starts_at > now() AND i.attended IS NULL
      AND i.network_id = NEW.network_id AND i.person_id = NEW.person_id;
    IF EXISTS (SELECT FROM calendar_withdrawal
      WHERE network_id = NEW.network_id AND person_id = NEW.person_id AND sent_at IS NULL) THEN
      INSERT INTO letter (kind, network_id, person_id) VALUES ('meetings', NEW.network_id, NEW.person_id)
        RETURNING id INTO waiting;
      PERFORM app.enqueue('sendLetter', json_build_object('letterId', waiting),
        'meetings:' || NEW.network_id || ':' || NEW.person_id, now());
    END IF;
  ELSE
    INSERT INTO attendance (meeting_id, person_id, network_id)
    SELECT m.id, NEW.person_id, m.network_id FROM meeting m
    WHERE m.network_id = NEW.network_id AND m.cancelled_at IS NULL AND m.starts_at > now()
    ON CONFLICT DO NOTHING;
    PERFORM app.queue_calendar_mails(NEW.network_id, NEW.person_id, now());
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION app.follow_membership() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.follow_membership() FROM PUBLIC;
CREATE OR REPLACE TRIGGER follow_joining AFTER INSERT ON membership
  FOR EACH ROW EXECUTE FUNCTION app.follow_membership();
CREATE OR REPLACE TRIGGER follow_leaving AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS DISTINCT FROM NEW.left_at) EXECUTE FUNCTION app.follow_membership();

-- Who accepts the ground rules gets the calendar that was kept from her until then.
CREATE OR REPLACE FUNCTION app.follow_acceptance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM app.queue_calendar_mails(NEW.network_id, NEW.person_id, now());
  RETURN NULL;
END $$;
ALTER FUNCTION app.follow_acceptance() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.follow_acceptance() FROM PUBLIC;
CREATE OR REPLACE TRIGGER follow_acceptance AFTER INSERT ON ground_rules_acceptance
  FOR EACH ROW EXECUTE FUNCTION app.follow_acceptance();

-- The worker notes which change of a meeting a calendar has been told.
GRANT UPDATE (noticed_sequence) ON attendance TO lederkreds_worker;
DROP POLICY IF EXISTS worker_notes ON attendance;
CREATE POLICY worker_notes ON attendance FOR UPDATE TO lederkreds_worker USING (true);
GRANT SELECT ON calendar_withdrawal TO lederkreds_worker;
GRANT UPDATE (sent_at) ON calendar_withdrawal TO lederkreds_worker;
DROP POLICY IF EXISTS worker_notes ON calendar_withdrawal;
CREATE POLICY worker_notes ON calendar_withdrawal FOR ALL TO lederkreds_worker USING (true);

-- How a network goes on after its newest season, written down by those who keep it while it lives.
ALTER TABLE season_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE season_decision FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS seen ON season_decision;
DROP POLICY IF EXISTS made ON season_decision;
DROP POLICY IF EXISTS changed ON season_decision;
DROP POLICY IF EXISTS gate_reads ON season_decision;
GRANT SELECT, INSERT ON season_decision TO lederkreds_api;
GRANT UPDATE (choice, on_day, decided_on, decided_by_id) ON season_decision TO lederkreds_api;
GRANT SELECT ON season, season_decision TO lederkreds_gate;
DROP POLICY IF EXISTS gate_reads ON season;
CREATE POLICY gate_reads ON season FOR SELECT TO lederkreds_gate USING (true);
CREATE POLICY gate_reads ON season_decision FOR SELECT TO lederkreds_gate USING (true);
CREATE POLICY seen ON season_decision FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));
CREATE POLICY made ON season_decision FOR INSERT TO lederkreds_api
  WITH CHECK (decided_by_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.keeper_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND season_id = (SELECT s.id FROM season s WHERE s.network_id = season_decision.network_id ORDER BY s.number DESC LIMIT 1));
CREATE POLICY changed ON season_decision FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.keeper_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND season_id = (SELECT s.id FROM season s WHERE s.network_id = season_decision.network_id ORDER BY s.number DESC LIMIT 1))
  WITH CHECK (decided_by_id = (SELECT app.viewer()));

-- Whether the viewer may close a network that has decided to end: she keeps it, and the day has come.
CREATE OR REPLACE FUNCTION app.may_end(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT wanted = ANY (app.keeper_networks())
    AND EXISTS (SELECT FROM network n WHERE n.id = wanted AND n.state = 'active')
    AND coalesce((SELECT d.choice = 'end' AND d.on_day <= (now() AT TIME ZONE 'Europe/Copenhagen')::date
      FROM season s LEFT JOIN season_decision d ON d.season_id = s.id
      WHERE s.network_id = wanted ORDER BY s.number DESC LIMIT 1), false)
$$;
ALTER FUNCTION app.may_end(uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.may_end(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_end(uuid) TO lederkreds_api;

-- policies/networks.sql
-- Networks, members, ground rules, invitations, events.

-- One convenor at a time. Looked at when a statement ends, so that one statement can pass the role on.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'membership_one_convenor') THEN
    ALTER TABLE membership ADD CONSTRAINT membership_one_convenor
      EXCLUDE USING btree (network_id WITH =) WHERE (is_convenor AND left_at IS NULL) DEFERRABLE;
  END IF;
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['network', 'network_consultant', 'membership', 'ground_rules', 'ground_rules_acceptance',
    'invitation', 'event', 'event_counter'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS removed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_reads ON public.%I', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['network', 'network_consultant', 'membership', 'ground_rules_acceptance', 'invitation'] LOOP
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_worker', name);
    EXECUTE format('CREATE POLICY worker_reads ON public.%I FOR SELECT TO lederkreds_worker USING (true)', name);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON network TO lederkreds_api;
CREATE POLICY seen ON network FOR SELECT TO lederkreds_api
  USING (id = ANY ((SELECT app.viewer_networks())::uuid[])
    OR (state = 'draft' AND created_by_id = (SELECT app.viewer()) AND (SELECT app.viewer_has('consultant'))));
CREATE POLICY made ON network FOR INSERT TO lederkreds_api
  WITH CHECK (state = 'draft' AND created_by_id = (SELECT app.viewer())
    AND organisation_id = (SELECT app.viewer_organisation()) AND (SELECT app.viewer_has('consultant')));
CREATE POLICY changed ON network FOR UPDATE TO lederkreds_api
  USING (id = ANY ((SELECT app.keeper_networks())::uuid[]))
  WITH CHECK (id = ANY ((SELECT app.keeper_networks())::uuid[]));
CREATE POLICY removed ON network FOR DELETE TO lederkreds_api
  USING (state = 'draft' AND created_by_id = (SELECT app.viewer()) AND (SELECT app.viewer_has('consultant')));

GRANT SELECT, INSERT, UPDATE ON network_consultant TO lederkreds_api;
-- Whoever has lost the role is no consultant of anything; the agreement stands in case she gets it back.
CREATE POLICY seen ON network_consultant FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[])
    AND person_id = ANY ((SELECT app.acting_consultants())::uuid[]));
-- Whether somebody is a consultant of the organisation that owns a network.
CREATE OR REPLACE FUNCTION app.may_facilitate(person uuid, network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM person_role r
    JOIN network n ON n.organisation_id = r.organisation_id
    JOIN "position" p ON p.person_id = r.person_id
    WHERE r.person_id = may_facilitate.person AND r.role = 'consultant' AND n.id = may_facilitate.network AND p.deactivated_at IS NULL)
$$;
ALTER FUNCTION app.may_facilitate(uuid, uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.may_facilitate(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_facilitate(uuid, uuid) TO lederkreds_api;

-- The creator of a draft becomes its consultant; a consultant may bring in a colleague.
CREATE POLICY made ON network_consultant FOR INSERT TO lederkreds_api
  WITH CHECK ((network_id = ANY ((SELECT app.consultant_networks())::uuid[]) AND app.may_facilitate(person_id, network_id))
    OR (person_id = (SELECT app.viewer())
      AND EXISTS (SELECT FROM network n
        WHERE n.id = network_id AND n.state = 'draft' AND n.created_by_id = (SELECT app.viewer()))));
CREATE POLICY changed ON network_consultant FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.keeper_networks())::uuid[]));

-- Memberships begin only by accepting an invitation (app.join_network); they change here.
GRANT SELECT ON membership TO lederkreds_api;
GRANT UPDATE (is_convenor, left_at) ON membership TO lederkreds_api;
CREATE POLICY seen ON membership FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]) OR person_id = (SELECT app.viewer()));
-- Anybody may leave; everything else is for those who keep the network.
CREATE POLICY changed ON membership FOR UPDATE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR network_id = ANY ((SELECT app.keeper_networks())::uuid[]))
  WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[])
    OR (person_id = (SELECT app.viewer()) AND left_at IS NOT NULL));

GRANT SELECT, INSERT ON ground_rules TO lederkreds_api;
CREATE POLICY seen ON ground_rules FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[])
    OR network_id = ANY ((SELECT app.member_networks())::uuid[]));
CREATE POLICY made ON ground_rules FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[]) AND created_by_id = (SELECT app.viewer()));

GRANT SELECT, INSERT ON ground_rules_acceptance TO lederkreds_api;
CREATE POLICY seen ON ground_rules_acceptance FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]) OR person_id = (SELECT app.viewer()));
CREATE POLICY made ON ground_rules_acceptance FOR INSERT TO lederkreds_api
  WITH CHECK (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.member_networks())::uuid[])
    AND (version = app.rules_in_force(network_id)
      OR version IN (SELECT g.version FROM ground_rules g
        WHERE g.network_id = ground_rules_acceptance.network_id AND g.created_by_id = (SELECT app.viewer()))));

GRANT SELECT, INSERT, UPDATE ON invitation TO lederkreds_api;
CREATE POLICY seen ON invitation FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.consultant_networks())::uuid[]));
CREATE POLICY made ON invitation FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.consultant_networks())::uuid[]) AND invited_by_id = (SELECT app.viewer()));
CREATE POLICY changed ON invitation FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.consultant_networks())::uuid[]));

GRANT SELECT ON event TO lederkreds_api;
CREATE POLICY seen ON event FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));

GRANT SELECT, INSERT, UPDATE ON event_counter TO lederkreds_gate;
GRANT INSERT ON event TO lederkreds_gate;
CREATE POLICY seen ON event_counter FOR SELECT TO lederkreds_gate USING (true);
CREATE POLICY made ON event_counter FOR INSERT TO lederkreds_gate WITH CHECK (true);
CREATE POLICY changed ON event_counter FOR UPDATE TO lederkreds_gate USING (true);
CREATE POLICY made ON event FOR INSERT TO lederkreds_gate WITH CHECK (true);

-- Appends an event to a network's log in the writer's transaction and returns its number.
-- The counter's row lock makes numbers without holes, in the order of commit; NOTIFY only wakes.
CREATE OR REPLACE FUNCTION app.write_event(network uuid, what text, subject uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE number integer;
BEGIN
  INSERT INTO event_counter (network_id, seq) VALUES (network, 1)
    ON CONFLICT (network_id) DO UPDATE SET seq = event_counter.seq + 1 RETURNING seq INTO number;
  INSERT INTO event (network_id, seq, kind, subject_id) VALUES (network, number, what, subject);
  PERFORM pg_notify('network_event', network::text);
  RETURN number;
END $$;
ALTER FUNCTION app.write_event(uuid, text, uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.write_event(uuid, text, uuid) FROM PUBLIC;

-- The same for those who are in the network.
CREATE OR REPLACE FUNCTION app.append_event(network uuid, what text, subject uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF network <> ALL (app.viewer_networks() || app.member_networks()) THEN
    RAISE EXCEPTION 'not in this network' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN app.write_event(network, what, subject);
END $$;
ALTER FUNCTION app.append_event(uuid, text, uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.append_event(uuid, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.append_event(uuid, text, uuid) TO lederkreds_api;

-- Whoever gets or loses the role of consultant comes into or out of her networks with it: their members' screens follow.
CREATE OR REPLACE FUNCTION app.follow_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
  PERFORM app.write_event(facilitated.network_id, 'consultantsChanged', one)
  FROM (SELECT network_id FROM network_consultant
    WHERE person_id = one AND access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date
    ORDER BY network_id) facilitated;
  RETURN NULL;
END $$;
ALTER FUNCTION app.follow_role() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.follow_role() FROM PUBLIC;
CREATE OR REPLACE TRIGGER role_given AFTER INSERT ON person_role FOR EACH ROW
  WHEN (NEW.role = 'consultant') EXECUTE FUNCTION app.follow_role();
CREATE OR REPLACE TRIGGER role_taken AFTER DELETE ON person_role FOR EACH ROW
  WHEN (OLD.role = 'consultant') EXECUTE FUNCTION app.follow_role();

-- Makes the caller a member of the network that invited her address. Answers 'joined', or why not. The last wall of the
-- hard rules: nobody joins their own manager or report, and no network grows beyond twenty.
CREATE OR REPLACE FUNCTION app.join_network(token bytea) RETURNS TABLE (outcome text, joined uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  invited invitation%ROWTYPE;
  me uuid := app.viewer();
  stands text;
BEGIN
  SELECT * INTO invited FROM invitation WHERE token_hash = token FOR UPDATE;
  IF me IS NULL OR NOT FOUND THEN RETURN QUERY SELECT 'unknown', NULL::uuid; RETURN; END IF;
  IF NOT EXISTS (SELECT FROM account WHERE person_id = me AND email = invited.email) THEN
    RETURN QUERY SELECT 'forSomeoneElse', NULL::uuid; RETURN;
  END IF;
  IF invited.accepted_at IS NOT NULL THEN
    IF invited.accepted_by_id = me AND invited.network_id = ANY (app.member_networks()) THEN
      RETURN QUERY SELECT 'joined', invited.network_id; RETURN;
    END IF;
    RETURN QUERY SELECT 'used', NULL::uuid; RETURN;
  END IF;
  IF invited.revoked_at IS NOT NULL THEN RETURN QUERY SELECT 'revoked', NULL::uuid; RETURN; END IF;
  IF invited.expires_at <= now() THEN RETURN QUERY SELECT 'expired', NULL::uuid; RETURN; END IF;
  -- Those who join one network at the same time do so one after another.
  SELECT state::text INTO stands FROM network WHERE id = invited.network_id FOR UPDATE;
  IF stands NOT IN ('inviting', 'active') THEN RETURN QUERY SELECT 'closed', NULL::uuid; RETURN; END IF;
  IF EXISTS (SELECT FROM membership m JOIN "position" p ON p.person_id IN (m.person_id, me)
    WHERE m.network_id = invited.network_id AND m.left_at IS NULL
      AND ((p.person_id = m.person_id AND p.manager_id = me) OR (p.person_id = me AND p.manager_id = m.person_id)))
  THEN RETURN QUERY SELECT 'reportingLine', NULL::uuid; RETURN; END IF;
  IF (SELECT count(*) FROM membership WHERE network_id = invited.network_id AND left_at IS NULL) >= 20
  THEN RETURN QUERY SELECT 'full', NULL::uuid; RETURN; END IF;
  UPDATE invitation SET accepted_at = now(), accepted_by_id = me WHERE id = invited.id;
  INSERT INTO membership (network_id, person_id) VALUES (invited.network_id, me)
    ON CONFLICT (network_id, person_id) DO UPDATE SET left_at = NULL, joined_at = now();
  UPDATE network SET state = 'active' WHERE id = invited.network_id AND state = 'inviting';
  PERFORM app.append_event(invited.network_id, 'memberJoined', me);
  RETURN QUERY SELECT 'joined', invited.network_id;
END $$;

-- The ground rules that wait for the caller's yes: all that a member sees of a network before she has given it.
CREATE OR REPLACE FUNCTION app.pending_ground_rules() RETURNS TABLE (
  network_id uuid, network_name text, invited_by text, version integer, rules text, accepted_rules text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT n.id, n.name,
    (SELECT p.name FROM person p WHERE p.id = coalesce(
      (SELECT i.invited_by_id FROM invitation i WHERE i.network_id = n.id AND i.accepted_by_id = m.person_id LIMIT 1),
      n.created_by_id)),
    g.version, g.text,
    (SELECT old.text FROM ground_rules_acceptance a
      JOIN ground_rules old ON old.network_id = a.network_id AND old.version = a.version
      WHERE a.network_id = n.id AND a.person_id = m.person_id ORDER BY a.version DESC LIMIT 1)
  FROM membership m
  JOIN network n ON n.id = m.network_id
  JOIN ground_rules g ON g.network_id = n.id AND g.version = n.ground_rules_version
  WHERE m.person_id = app.viewer() AND m.left_at IS NULL AND n.state IN ('inviting', 'active')
    AND NOT EXISTS (SELECT FROM ground_rules_acceptance a
      WHERE a.network_id = n.id AND a.person_id = m.person_id AND a.version = n.ground_rules_version)
  ORDER BY m.joined_at
$$;

GRANT SELECT ON ground_rules TO lederkreds_gate;
DROP POLICY IF EXISTS gate_reads ON ground_rules;
CREATE POLICY gate_reads ON ground_rules FOR SELECT TO lederkreds_gate USING (true);
GRANT UPDATE (accepted_at, accepted_by_id) ON invitation TO lederkreds_gate;
GRANT INSERT, UPDATE ON membership TO lederkreds_gate;
GRANT UPDATE (state) ON network TO lederkreds_gate;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitation', 'membership', 'network'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS door ON public.%I', name);
    EXECUTE format('CREATE POLICY door ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['app.join_network(bytea)', 'app.pending_ground_rules()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lederkreds_api', name);
  END LOOP;
END $$;

-- Policies see rows, not columns. The convenor keeps the ground rules and the methods; what a network is for, and who is
-- taken out of it, is the consultant's. A network that has decided to end is closed by the convenor too. Who leaves, leaves
-- by herself.
CREATE OR REPLACE FUNCTION app.check_network() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF ((NEW.name, NEW.purpose, NEW.ends_on, NEW.draft) IS DISTINCT FROM (OLD.name, OLD.purpose, OLD.ends_on, OLD.draft)
      OR NEW.state <> OLD.state AND NOT (NEW.state = 'closed' AND app.may_end(NEW.id)))
    AND NEW.id <> ALL (app.consultant_networks())
  THEN RAISE EXCEPTION 'a network is configured by its consultant' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF NEW.closed_on IS DISTINCT FROM OLD.closed_on
  THEN RAISE EXCEPTION 'the day is the one on which it closes' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_network BEFORE UPDATE ON network
  FOR EACH ROW WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_network();

CREATE OR REPLACE FUNCTION app.check_membership() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.left_at IS DISTINCT FROM OLD.left_at AND NEW.person_id IS DISTINCT FROM app.viewer()
    AND NEW.network_id <> ALL (app.consultant_networks())
  THEN RAISE EXCEPTION 'members leave by themselves' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_membership BEFORE UPDATE ON membership
  FOR EACH ROW WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_membership();

-- The day on which a network closes is written by nobody: what is kept after it counts from there.
CREATE OR REPLACE FUNCTION app.note_closing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.closed_on := (now() AT TIME ZONE 'Europe/Copenhagen')::date;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER note_closing BEFORE UPDATE OF state ON network
  FOR EACH ROW WHEN (OLD.state <> 'closed' AND NEW.state = 'closed') EXECUTE FUNCTION app.note_closing();

-- Sixty days after a network has closed the worker takes away what its members sealed for each other.
GRANT SELECT (network_id) ON sealed_item TO lederkreds_worker;
DROP POLICY IF EXISTS worker_forgets_closed ON sealed_item;
CREATE POLICY worker_forgets_closed ON sealed_item FOR ALL TO lederkreds_worker
  USING (network_id IN (SELECT n.id FROM network n
    WHERE n.state = 'closed' AND n.closed_on + 60 < (now() AT TIME ZONE 'Europe/Copenhagen')::date));

-- policies/participation.sql
-- Exports and the log of administrators' acts.

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON audit_entry TO lederkreds_api;

DROP POLICY IF EXISTS seen ON audit_entry;
DROP POLICY IF EXISTS made ON audit_entry;
-- Read by the administrators, by the members of the networks concerned, and by the person concerned; what was done to a list
-- that everybody in the organisation reads concerns everybody in it.
CREATE POLICY seen ON audit_entry FOR SELECT TO lederkreds_api
  USING (organisation_id = (SELECT app.administered_organisation())
    OR person_id = (SELECT app.viewer())
    OR network_ids && (SELECT app.viewer_networks())::uuid[]
    OR (act = 'exportedParticipation' AND network_ids = '{}'
      AND organisation_id = ANY ((SELECT app.network_organisations())::uuid[]))
    OR (act::text IN ('changedHelpContacts', 'resetHelpContacts')
      AND organisation_id = (SELECT app.viewer_organisation())));
CREATE POLICY made ON audit_entry FOR INSERT TO lederkreds_api
  WITH CHECK (actor_id = (SELECT app.viewer()) AND organisation_id = (SELECT app.administered_organisation()));

-- An entry names its administrator and its networks as they were called then: whoever it concerns can read it without
-- seeing either. It concerns networks of the administrator's own organisation only. Giving and taking the role of
-- consultant concerns the networks that she facilitates, which the administrator herself need not know.
CREATE OR REPLACE FUNCTION app.name_audit_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.role = 'consultant' THEN
    NEW.network_ids := ARRAY(SELECT n.id FROM network_consultant c JOIN network n ON n.id = c.network_id
      WHERE c.person_id = NEW.person_id AND n.organisation_id = NEW.organisation_id AND n.state <> 'draft'
        AND c.access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date ORDER BY n.id);
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.network_ids) AS concerned(id)
    WHERE NOT EXISTS (SELECT FROM network n WHERE n.id = concerned.id AND n.organisation_id = NEW.organisation_id))
  THEN RAISE EXCEPTION 'not a network of this organisation' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT name INTO NEW.actor_name FROM person WHERE id = NEW.actor_id;
  NEW.network_names := ARRAY(SELECT n.name FROM network n WHERE n.id = ANY (NEW.network_ids) ORDER BY n.name);
  RETURN NEW;
END $$;
ALTER FUNCTION app.name_audit_entry() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.name_audit_entry() FROM PUBLIC;
CREATE OR REPLACE TRIGGER name_audit_entry BEFORE INSERT ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION app.name_audit_entry();

-- The participation contract: the only columns of a network that leave it, and the only way an administrator sees any.
-- It belongs to the gate so that administrators need no right to a network's own rows. Null is what nobody has answered
-- or marked. Of a round its method's id is told; what a consultant calls her own is hers. Everybody invited is a person: LEFT JOIN says so to the planner, which then counts without looking her up.
CREATE OR REPLACE VIEW app.participation WITH (security_barrier) AS
  SELECT n.organisation_id, n.id AS network_id, n.name AS network, m.id AS meeting_id,
    m.starts_at, (m.starts_at AT TIME ZONE 'Europe/Copenhagen')::date AS meeting_date,
    a.person_id, p.name AS person, p.workplace,
    CASE WHEN ms.is_convenor THEN 'convenor' ELSE 'member' END AS role_in_network,
    true AS invited, a.rsvp = 'coming' AS coming, a.rsvp = 'regrets' AS regrets, a.attended, held.methods
  FROM network n
  JOIN meeting m ON m.network_id = n.id AND m.cancelled_at IS NULL
  JOIN attendance a ON a.meeting_id = m.id
  LEFT JOIN person p ON p.id = a.person_id
  LEFT JOIN membership ms ON ms.network_id = n.id AND ms.person_id = a.person_id
  LEFT JOIN (
    SELECT r.meeting_id, string_agg(CASE WHEN r.protocol_version_id IS NULL THEN r.method ELSE 'own' END, ', '
      ORDER BY r.created_at, r.id) AS methods
    FROM round r WHERE r.ended_at IS NOT NULL AND r.started_at IS NOT NULL AND r.meeting_id IS NOT NULL
    GROUP BY r.meeting_id) held ON held.meeting_id = m.id
  WHERE n.organisation_id = (SELECT app.administered_organisation())
     OR n.id = ANY ((SELECT app.viewer_networks())::uuid[]);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['meeting', 'attendance'] LOOP
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_gate', name);
    EXECUTE format('DROP POLICY IF EXISTS gate_reads ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_reads ON public.%I FOR SELECT TO lederkreds_gate USING (true)', name);
  END LOOP;
END $$;
ALTER VIEW app.participation OWNER TO lederkreds_gate;
GRANT SELECT ON app.participation TO lederkreds_api;

-- The rounds that networks of the administered organisation have held: when, and with which method. Nothing else of them.
CREATE OR REPLACE VIEW app.held_round WITH (security_barrier) AS
  SELECT n.organisation_id, CASE WHEN r.protocol_version_id IS NULL THEN r.method ELSE 'own' END AS method, r.ended_at
  FROM round r JOIN network n ON n.id = r.network_id
  WHERE r.ended_at IS NOT NULL AND r.started_at IS NOT NULL
    AND n.organisation_id = (SELECT app.administered_organisation());
ALTER VIEW app.held_round OWNER TO lederkreds_gate;
GRANT SELECT ON app.held_round TO lederkreds_api;

-- The feedback cycles of the administered organisation that were completed: on which day. Nobody's name, no answer's number.
CREATE OR REPLACE VIEW app.completed_cycle WITH (security_barrier) AS
  SELECT n.organisation_id, c.closed_on
  FROM feedback_cycle c JOIN network n ON n.id = c.network_id
  WHERE c.state = 'released' AND n.organisation_id = (SELECT app.administered_organisation());
ALTER VIEW app.completed_cycle OWNER TO lederkreds_gate;
GRANT SELECT ON app.completed_cycle TO lederkreds_api;

-- The times of the first and the last meeting that the administered organisation has held, for the years to choose from:
-- two steps along the index of times, where the view would count everybody at every meeting.
CREATE OR REPLACE FUNCTION app.held_range(until timestamptz) RETURNS TABLE (first timestamptz, last timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT
    (SELECT m.starts_at FROM meeting m JOIN network n ON n.id = m.network_id
      WHERE n.organisation_id = (SELECT app.administered_organisation()) AND m.cancelled_at IS NULL
        AND m.starts_at <= until AND EXISTS (SELECT FROM attendance a WHERE a.meeting_id = m.id)
      ORDER BY m.starts_at LIMIT 1),
    (SELECT m.starts_at FROM meeting m JOIN network n ON n.id = m.network_id
      WHERE n.organisation_id = (SELECT app.administered_organisation()) AND m.cancelled_at IS NULL
        AND m.starts_at <= until AND EXISTS (SELECT FROM attendance a WHERE a.meeting_id = m.id)
      ORDER BY m.starts_at DESC LIMIT 1)
$$;
ALTER FUNCTION app.held_range(timestamptz) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.held_range(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.held_range(timestamptz) TO lederkreds_api;

-- For the yearly report of a network, which is handed out: the rounds that it has held by method, also those that are not
-- the caller's to see, and how many cycles of feedback were completed, each of them somebody's: never fewer than five.
CREATE OR REPLACE FUNCTION app.network_rounds(wanted uuid, since timestamptz, until timestamptz)
RETURNS TABLE (method text, rounds integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN r.protocol_version_id IS NULL THEN r.method ELSE 'own' END, count(*)::integer
  FROM round r
  WHERE r.network_id = wanted AND wanted = ANY (app.viewer_networks()) AND r.started_at IS NOT NULL
    AND r.ended_at >= since AND r.ended_at < until
  GROUP BY 1
$$;
CREATE OR REPLACE FUNCTION app.network_cycles(wanted uuid, since date, until date) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN count(*) >= 5 THEN count(*)::integer END
  FROM feedback_cycle c
  WHERE c.network_id = wanted AND wanted = ANY (app.viewer_networks()) AND c.state = 'released'
    AND c.closed_on >= since AND c.closed_on < until
$$;
ALTER FUNCTION app.network_rounds(uuid, timestamptz, timestamptz) OWNER TO lederkreds_gate;
ALTER FUNCTION app.network_cycles(uuid, date, date) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.network_rounds(uuid, timestamptz, timestamptz), app.network_cycles(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.network_rounds(uuid, timestamptz, timestamptz), app.network_cycles(uuid, date, date)
  TO lederkreds_api;

-- policies/supervision.sql
-- Rounds: who sees one, who begins one, and how its log grows. Whose turn it is: passes, swaps and ties.

-- A network works with one case at a time.
CREATE UNIQUE INDEX IF NOT EXISTS round_one_open ON round (network_id) WHERE ended_at IS NULL;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['round', 'round_role', 'round_event', 'turn_pass', 'turn_swap', 'declared_tie'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_api, lederkreds_gate', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS taken_back ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS gate_keeps ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_keeps ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT INSERT ON round, round_role TO lederkreds_api;
GRANT UPDATE (started_at, ended_at) ON round TO lederkreds_gate;
GRANT INSERT ON round_event TO lederkreds_gate;
GRANT INSERT, DELETE ON turn_pass, turn_swap, declared_tie TO lederkreds_api;
GRANT DELETE ON turn_pass, turn_swap, declared_tie TO lederkreds_gate;

-- Networks that the viewer is in, having accepted the rules in force. To be their consultant is not to be in them.
CREATE OR REPLACE FUNCTION app.joined_networks() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(m.network_id), '{}')
  FROM app.caller JOIN membership m ON m.person_id = caller.person_id AND m.left_at IS NULL
  JOIN network n ON n.id = m.network_id
  JOIN ground_rules_acceptance a
    ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
$$;

-- Rounds that the viewer facilitates, for as long as she has access to their network.
CREATE OR REPLACE FUNCTION app.facilitated_rounds() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(r.id), '{}')
  FROM app.caller JOIN round r ON r.facilitator_id = caller.person_id
  WHERE r.network_id = ANY (app.consultant_networks())
$$;

-- Whether somebody can sit in a network's round: a member who has accepted the rules, or a consultant who has access.
CREATE OR REPLACE FUNCTION app.is_inside(wanted_network uuid, wanted_person uuid, as_consultant boolean) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN as_consultant THEN EXISTS (SELECT FROM network_consultant c
      JOIN person_role r ON r.person_id = c.person_id AND r.role = 'consultant'
      WHERE c.network_id = wanted_network AND c.person_id = wanted_person
        AND c.access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date)
    ELSE EXISTS (SELECT FROM membership m
      JOIN network n ON n.id = m.network_id
      JOIN ground_rules_acceptance a
        ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
      WHERE m.network_id = wanted_network AND m.person_id = wanted_person AND m.left_at IS NULL)
    END AND wanted_network = ANY (app.viewer_networks())
$$;

-- Whether a role can be given in a round: by whoever begins it, before anything has happened in it.
CREATE OR REPLACE FUNCTION app.may_seat(wanted_round uuid, wanted_network uuid, wanted_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round r
    WHERE r.id = wanted_round AND r.network_id = wanted_network AND r.begun_by_id = app.viewer() AND r.ended_at IS NULL
      AND (app.is_inside(r.network_id, wanted_person, false)
        OR (wanted_person = r.facilitator_id AND app.is_inside(r.network_id, wanted_person, true))))
    AND NOT EXISTS (SELECT FROM round_event e WHERE e.round_id = wanted_round)
$$;

-- Whether somebody has a role in a round, from its beginning or given since.
CREATE OR REPLACE FUNCTION app.has_seat(wanted_round uuid, wanted_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round_role o WHERE o.round_id = wanted_round AND o.person_id = wanted_person)
    OR EXISTS (SELECT FROM round_event e WHERE e.round_id = wanted_round AND e.kind = 'roleChanged'
      AND e.detail ->> 'personId' = wanted_person::text)
$$;

-- Whether the viewer is in a round: by a role, as its facilitator, or as its network's convenor.
CREATE OR REPLACE FUNCTION app.takes_part(wanted_round uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.caller JOIN round r ON r.id = wanted_round
    WHERE r.id = ANY (app.facilitated_rounds()) OR (r.network_id = ANY (app.joined_networks()) AND (
      app.has_seat(r.id, caller.person_id)
      OR EXISTS (SELECT FROM membership m
        WHERE m.network_id = r.network_id AND m.person_id = caller.person_id AND m.is_convenor))))
$$;

-- Ids and minutes, of this protocol where they name a part of it. Words have no place in it.
CREATE OR REPLACE FUNCTION app.is_round_detail(detail jsonb, protocol jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(detail) = 'object' AND NOT EXISTS (SELECT FROM jsonb_each(detail) AS part(key, value)
    WHERE NOT CASE
      WHEN key IN ('from', 'to', 'phase')
        THEN protocol @> jsonb_build_object('phases', jsonb_build_array(jsonb_build_object('id', value)))
      WHEN key = 'role' THEN protocol @> jsonb_build_object('roles', jsonb_build_array(jsonb_build_object('id', value)))
      WHEN key = 'personId' THEN value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      WHEN key = 'minutes' THEN value IN ('1', '2', '3', '4', '5', '6', '7', '8', '9', '10')
      WHEN key = 'reason' THEN value IN ('"pause"', '"timeOut"')
      ELSE false END)
$$;

-- Holds a round for somebody who is in it until the operation ends, so that its log grows by one at a time. If the round is
-- to end its network's counter is held first: whoever leaves a network holds that one first as well.
CREATE OR REPLACE FUNCTION app.hold_round(wanted_round uuid, ends boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT app.takes_part(wanted_round) THEN RETURN; END IF;
  IF ends THEN
    PERFORM FROM event_counter c JOIN round r ON r.network_id = c.network_id WHERE r.id = wanted_round FOR UPDATE OF c;
  END IF;
  PERFORM FROM round WHERE id = wanted_round FOR UPDATE;
END $$;

-- Appends to the log of a round that is held. Numbers come without holes; NOTIFY only wakes.
CREATE OR REPLACE FUNCTION app.write_round_events(wanted_round uuid, maker uuid, lines jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held round%ROWTYPE;
  number integer;
  finished timestamptz;
BEGIN
  SELECT * INTO STRICT held FROM round WHERE id = wanted_round FOR UPDATE;
  SELECT coalesce(max(seq), 0) INTO number FROM round_event WHERE round_id = wanted_round;
  INSERT INTO round_event (round_id, network_id, seq, id, clock, at, by_id, kind, detail)
  SELECT held.id, held.network_id, number + place, (line ->> 'id')::uuid, (line ->> 'clock')::integer,
    (line ->> 'at')::timestamptz, maker, (line ->> 'kind')::round_event_kind, line -> 'detail'
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS each(line, place) ORDER BY place;
  SELECT at INTO finished FROM round_event WHERE round_id = wanted_round AND kind = 'ended' ORDER BY clock, at LIMIT 1;
  UPDATE round SET ended_at = finished,
    started_at = (SELECT min(at) FROM round_event WHERE round_id = wanted_round AND kind = 'started')
  WHERE id = wanted_round;
  IF held.ended_at IS NULL AND finished IS NOT NULL THEN
    PERFORM app.write_event(held.network_id, 'roundEnded', wanted_round);
  END IF;
  PERFORM pg_notify('round_event', wanted_round::text);
  RETURN number + jsonb_array_length(lines);
END $$;

-- Whether an event of a round can be about somebody (or nobody): about those who have a seat in it, and can have one.
CREATE OR REPLACE FUNCTION app.may_name(wanted_round uuid, wanted_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT wanted_person IS NULL OR EXISTS (SELECT FROM round r WHERE r.id = wanted_round
    AND (wanted_person = r.facilitator_id OR app.has_seat(r.id, wanted_person)
      OR app.is_inside(r.network_id, wanted_person, false)))
$$;

-- The same for those who are in the round, in their own name, of now or before, and without a word.
CREATE OR REPLACE FUNCTION app.append_round_events(wanted_round uuid, lines jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT app.takes_part(wanted_round) THEN
    RAISE EXCEPTION 'not in this round' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM round r, jsonb_array_elements(lines) line WHERE r.id = wanted_round
    AND ((line ->> 'at')::timestamptz > clock_timestamp() + interval '1 minute'
      OR NOT app.is_round_detail(line -> 'detail', r.protocol)
      OR NOT app.may_name(r.id, (line -> 'detail' ->> 'personId')::uuid)))
  THEN
    RAISE EXCEPTION 'not an event of this round' USING ERRCODE = 'check_violation';
  END IF;
  RETURN app.write_round_events(wanted_round, app.viewer(), lines);
END $$;

-- How much the server still keeps of a round for others than whoever wrote it, for members of its network. It says nothing
-- of whose it is, and counts nothing that only its owner has a key to.
GRANT SELECT (kind, round_id, expires_on) ON sealed_item TO lederkreds_gate;
CREATE OR REPLACE FUNCTION app.round_remains(wanted_round uuid) RETURNS TABLE (kind sealed_kind, number integer, until date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.kind, count(*)::integer, max(i.expires_on) FROM round r JOIN sealed_item i ON i.round_id = r.id
  WHERE r.id = wanted_round AND r.network_id = ANY (app.joined_networks())
    AND EXISTS (SELECT FROM sealed_key k WHERE k.item_id = i.id AND k.recipient_id <> i.owner_id)
  GROUP BY i.kind ORDER BY i.kind
$$;

-- One line that the database writes by itself.
CREATE OR REPLACE FUNCTION app.note_in_round(wanted_round uuid, maker uuid, what text, detail jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM app.write_round_events(wanted_round, maker, jsonb_build_array(jsonb_build_object(
    'id', gen_random_uuid(), 'at', now(), 'kind', what, 'detail', detail,
    'clock', (SELECT coalesce(max(clock), 0) + 1 FROM round_event WHERE round_id = wanted_round))));
END $$;

-- Before a round starts whoever began it ends it, and whoever is in it.
CREATE OR REPLACE FUNCTION app.call_off_round(wanted_round uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held round%ROWTYPE;
BEGIN
  PERFORM FROM event_counter c JOIN round r ON r.network_id = c.network_id WHERE r.id = wanted_round FOR UPDATE OF c;
  SELECT * INTO held FROM round WHERE id = wanted_round FOR UPDATE;
  IF NOT FOUND OR held.started_at IS NOT NULL OR held.ended_at IS NOT NULL
    OR NOT (app.takes_part(held.id)
      OR held.begun_by_id = app.viewer() AND held.network_id = ANY (app.joined_networks()))
  THEN
    RAISE EXCEPTION 'not to be called off' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM app.note_in_round(held.id, app.viewer(), 'ended', '{}');
END $$;

-- Whoever leaves a network has left its round, and nothing is kept of whose turn hers was and whom she is tied to.
CREATE OR REPLACE FUNCTION app.follow_leaver() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE going uuid;
BEGIN
  PERFORM FROM event_counter WHERE network_id = NEW.network_id FOR UPDATE;
  SELECT id INTO going FROM round WHERE network_id = NEW.network_id AND ended_at IS NULL FOR UPDATE;
  IF FOUND AND app.has_seat(going, NEW.person_id) THEN
    PERFORM app.note_in_round(going, NEW.person_id, 'left', jsonb_build_object('personId', NEW.person_id));
  END IF;
  DELETE FROM turn_pass WHERE network_id = NEW.network_id AND person_id = NEW.person_id;
  DELETE FROM turn_swap WHERE network_id = NEW.network_id AND NEW.person_id IN (from_id, to_id);
  DELETE FROM declared_tie WHERE network_id = NEW.network_id AND NEW.person_id IN (by_id, with_id);
  RETURN NULL;
END $$;

-- A network that closes works with no case any more.
CREATE OR REPLACE FUNCTION app.follow_closing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE going uuid;
BEGIN
  PERFORM FROM event_counter WHERE network_id = NEW.id FOR UPDATE;
  SELECT id INTO going FROM round WHERE network_id = NEW.id AND ended_at IS NULL FOR UPDATE;
  IF FOUND THEN
    PERFORM app.note_in_round(going, coalesce(app.viewer(), NEW.created_by_id), 'ended', '{}');
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('joined_networks', 'facilitated_rounds', 'is_inside', 'may_seat', 'has_seat', 'takes_part',
        'may_name', 'is_round_detail', 'round_remains', 'hold_round', 'write_round_events', 'append_round_events', 'note_in_round', 'call_off_round', 'follow_leaver', 'follow_closing')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.joined_networks(), app.facilitated_rounds(), app.is_inside(uuid, uuid, boolean),
  app.may_seat(uuid, uuid, uuid), app.may_name(uuid, uuid), app.round_remains(uuid), app.hold_round(uuid, boolean),
  app.append_round_events(uuid, jsonb), app.call_off_round(uuid) TO lederkreds_api;

CREATE OR REPLACE TRIGGER follow_leaver AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.follow_leaver();
CREATE OR REPLACE TRIGGER follow_closing AFTER UPDATE OF state ON network
  FOR EACH ROW WHEN (OLD.state <> 'closed' AND NEW.state = 'closed') EXECUTE FUNCTION app.follow_closing();

CREATE POLICY seen ON round FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]) OR id = ANY ((SELECT app.facilitated_rounds())::uuid[]));
CREATE POLICY seen ON round_role FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[])
    OR round_id = ANY ((SELECT app.facilitated_rounds())::uuid[]));
CREATE POLICY seen ON round_event FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[])
    OR round_id = ANY ((SELECT app.facilitated_rounds())::uuid[]));

-- Begun by somebody in a living network, or by its consultant who facilitates it herself.
CREATE POLICY made ON round FOR INSERT TO lederkreds_api
  WITH CHECK (begun_by_id = (SELECT app.viewer()) AND started_at IS NULL AND ended_at IS NULL
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND (app.is_inside(network_id, begun_by_id, false)
      OR (begun_by_id = facilitator_id AND app.is_inside(network_id, begun_by_id, true)))
    AND (facilitator_id IS NULL OR app.is_inside(network_id, facilitator_id, true))
    AND (protocol_version_id IS NULL OR protocol_version_id IN (SELECT v.id FROM protocol_version v
      JOIN network n ON n.organisation_id = v.organisation_id WHERE n.id = round.network_id))
    AND (meeting_id IS NULL OR meeting_id IN (SELECT m.id FROM meeting m WHERE m.network_id = round.network_id)));
CREATE POLICY made ON round_role FOR INSERT TO lederkreds_api
  WITH CHECK (app.may_seat(round_id, network_id, person_id));

-- Whose turn it is concerns those who are in the network, and nobody else: not its consultant, no administrator.
CREATE POLICY seen ON turn_pass FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]));
CREATE POLICY seen ON turn_swap FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]));
CREATE POLICY seen ON declared_tie FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]));

-- Each passes for herself. Either of two swaps their turns, or the convenor. Until the meeting is over.
CREATE POLICY made ON turn_pass FOR INSERT TO lederkreds_api
  WITH CHECK (person_id = (SELECT app.viewer()) AND app.is_inside(network_id, person_id, false)
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND meeting_id IN (SELECT m.id FROM meeting m
      WHERE m.network_id = turn_pass.network_id AND m.cancelled_at IS NULL AND m.ends_at > now()));
CREATE POLICY taken_back ON turn_pass FOR DELETE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[]));
CREATE POLICY made ON turn_swap FOR INSERT TO lederkreds_api
  WITH CHECK (from_id <> to_id AND round BETWEEN 1 AND 4
    AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND ((SELECT app.viewer()) IN (from_id, to_id) OR network_id = ANY ((SELECT app.keeper_networks())::uuid[]))
    AND app.is_inside(network_id, from_id, false) AND app.is_inside(network_id, to_id, false)
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND meeting_id IN (SELECT m.id FROM meeting m
      WHERE m.network_id = turn_swap.network_id AND m.cancelled_at IS NULL AND m.ends_at > now()));
CREATE POLICY taken_back ON turn_swap FOR DELETE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND ((SELECT app.viewer()) IN (from_id, to_id) OR network_id = ANY ((SELECT app.keeper_networks())::uuid[])));

-- Each declares her own ties, to others who are in the network, and takes only those back.
CREATE POLICY made ON declared_tie FOR INSERT TO lederkreds_api
  WITH CHECK (by_id = (SELECT app.viewer()) AND by_id <> with_id
    AND app.is_inside(network_id, by_id, false) AND app.is_inside(network_id, with_id, false)
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active'));
CREATE POLICY taken_back ON declared_tie FOR DELETE TO lederkreds_api
  USING (by_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[]));
