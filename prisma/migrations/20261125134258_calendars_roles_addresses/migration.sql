-- AlterEnum
ALTER TYPE "letter_kind" ADD VALUE 'emailChanged';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "admin_act" ADD VALUE 'changedProfile';
ALTER TYPE "admin_act" ADD VALUE 'changedEmail';

-- AlterTable
ALTER TABLE "sign_in_code" ADD COLUMN     "new_email_of_id" UUID;

-- AlterTable
ALTER TABLE "letter" ADD COLUMN     "email" TEXT;

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "role" "role";

-- CreateTable
CREATE TABLE "calendar_withdrawal" (
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_withdrawal_pkey" PRIMARY KEY ("meeting_id","person_id")
);

-- CreateIndex
CREATE INDEX "calendar_withdrawal_network_id_person_id_idx" ON "calendar_withdrawal"("network_id", "person_id");

-- CreateIndex
CREATE INDEX "meeting_starts_at_idx" ON "meeting"("starts_at");

-- AddForeignKey
ALTER TABLE "calendar_withdrawal" ADD CONSTRAINT "calendar_withdrawal_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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
  SELECT coalesce(array_agg(DISTINCT c.person_id), '{}')
  FROM app.open_network JOIN network_consultant c USING (network_id)
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

-- Everybody whom the viewer meets in her networks: members past and present, consultants, whoever invited.
CREATE OR REPLACE FUNCTION app.viewer_peers() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT app.viewer_networks() AS ids)
  SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM (
    SELECT person_id FROM membership, mine WHERE network_id = ANY (mine.ids)
    UNION ALL SELECT person_id FROM network_consultant, mine WHERE network_id = ANY (mine.ids)
    UNION ALL SELECT invited_by_id FROM invitation, mine WHERE network_id = ANY (mine.ids)
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
-- People, sign-in, sessions, settings, letters.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'position', 'person_role', 'session', 'session_token',
    'passkey', 'passkey_challenge', 'sign_in_code', 'set_up_link', 'mutation_reply', 'letter'] LOOP
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

-- Policies see rows, not columns. The convenor keeps the ground rules; what a network is for, and who is taken out of it,
-- is the consultant's. Who leaves, leaves by herself.
CREATE OR REPLACE FUNCTION app.check_network() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.name, NEW.purpose, NEW.state, NEW.methods, NEW.ends_on, NEW.draft)
      IS DISTINCT FROM (OLD.name, OLD.purpose, OLD.state, OLD.methods, OLD.ends_on, OLD.draft)
    AND NEW.id <> ALL (app.consultant_networks())
  THEN RAISE EXCEPTION 'a network is configured by its consultant' USING ERRCODE = 'insufficient_privilege'; END IF;
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

-- policies/participation.sql
-- Exports and the log of administrators' acts.

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON audit_entry TO lederkreds_api;

DROP POLICY IF EXISTS seen ON audit_entry;
DROP POLICY IF EXISTS made ON audit_entry;
-- Read by the administrators, by the members of the networks concerned, and by the person concerned.
CREATE POLICY seen ON audit_entry FOR SELECT TO lederkreds_api
  USING (organisation_id = (SELECT app.administered_organisation())
    OR person_id = (SELECT app.viewer())
    OR network_ids && (SELECT app.viewer_networks())::uuid[]
    OR (act = 'exportedParticipation' AND network_ids = '{}'
      AND organisation_id = ANY ((SELECT app.network_organisations())::uuid[])));
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
-- or marked. Everybody invited is a person: LEFT JOIN says so to the planner, which then counts without looking her up.
CREATE OR REPLACE VIEW app.participation WITH (security_barrier) AS
  SELECT n.organisation_id, n.id AS network_id, n.name AS network, m.id AS meeting_id,
    m.starts_at, (m.starts_at AT TIME ZONE 'Europe/Copenhagen')::date AS meeting_date,
    a.person_id, p.name AS person, p.workplace,
    CASE WHEN ms.is_convenor THEN 'convenor' ELSE 'member' END AS role_in_network,
    true AS invited, a.rsvp = 'coming' AS coming, a.rsvp = 'regrets' AS regrets, a.attended
  FROM network n
  JOIN meeting m ON m.network_id = n.id AND m.cancelled_at IS NULL
  JOIN attendance a ON a.meeting_id = m.id
  LEFT JOIN person p ON p.id = a.person_id
  LEFT JOIN membership ms ON ms.network_id = n.id AND ms.person_id = a.person_id
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
