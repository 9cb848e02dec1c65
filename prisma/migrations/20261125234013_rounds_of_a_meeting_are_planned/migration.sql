-- CreateTable
CREATE TABLE "round_plan" (
    "meeting_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "round_plan_pkey" PRIMARY KEY ("meeting_id")
);

-- CreateTable
CREATE TABLE "planned_round" (
    "meeting_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "protocol_id" UUID,

    CONSTRAINT "planned_round_pkey" PRIMARY KEY ("meeting_id","number")
);

-- CreateIndex
CREATE INDEX "round_plan_network_id_idx" ON "round_plan"("network_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_plan_meeting_id_network_id_key" ON "round_plan"("meeting_id", "network_id");

-- CreateIndex
CREATE INDEX "planned_round_network_id_idx" ON "planned_round"("network_id");

-- CreateIndex
CREATE INDEX "planned_round_protocol_id_idx" ON "planned_round"("protocol_id");

-- AddForeignKey
ALTER TABLE "round_plan" ADD CONSTRAINT "round_plan_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_plan" ADD CONSTRAINT "round_plan_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_round" ADD CONSTRAINT "planned_round_meeting_id_network_id_fkey" FOREIGN KEY ("meeting_id", "network_id") REFERENCES "round_plan"("meeting_id", "network_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_round" ADD CONSTRAINT "planned_round_protocol_id_fkey" FOREIGN KEY ("protocol_id") REFERENCES "protocol"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- policies/supervision.sql
-- Rounds: who sees one, who begins one, and how its log grows. How a meeting's rounds are planned. Whose turn it is:
-- passes, swaps and ties.

-- A network works with one case at a time.
CREATE UNIQUE INDEX IF NOT EXISTS round_one_open ON round (network_id) WHERE ended_at IS NULL;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['round', 'round_role', 'round_event', 'round_plan', 'planned_round', 'turn_pass', 'turn_swap',
    'declared_tie'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_api, lederkreds_gate', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS taken_back ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS gate_keeps ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_keeps ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT INSERT ON round, round_role TO lederkreds_api;
GRANT UPDATE (started_at, ended_at) ON round TO lederkreds_gate;
GRANT INSERT ON round_event TO lederkreds_gate;
GRANT INSERT, DELETE ON turn_pass, turn_swap, declared_tie TO lederkreds_api;
GRANT INSERT ON round_plan, planned_round TO lederkreds_api;
GRANT UPDATE (version) ON round_plan TO lederkreds_api;
GRANT DELETE ON planned_round TO lederkreds_api;
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

-- Meetings that are still to be held or going on, in the networks whose calendar the viewer keeps.
CREATE OR REPLACE FUNCTION app.plannable_meetings() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(m.id), '{}') FROM meeting m JOIN network n ON n.id = m.network_id
  WHERE m.network_id = ANY (app.keeper_networks()) AND n.state <> 'closed'
    AND m.cancelled_at IS NULL AND m.ends_at > now()
$$;

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
        'may_name', 'is_round_detail', 'round_remains', 'hold_round', 'write_round_events', 'append_round_events', 'note_in_round',
        'call_off_round', 'plannable_meetings', 'follow_leaver', 'follow_closing')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.joined_networks(), app.facilitated_rounds(), app.is_inside(uuid, uuid, boolean),
  app.may_seat(uuid, uuid, uuid), app.may_name(uuid, uuid), app.round_remains(uuid), app.hold_round(uuid, boolean),
  app.append_round_events(uuid, jsonb), app.call_off_round(uuid), app.plannable_meetings() TO lederkreds_api;

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

-- How the rounds of a meeting are planned is seen by whoever sees the meeting, and settled by those who keep its network's
-- calendar, until it is over: with methods, never words, and with own protocols that the network's organisation uses.
ALTER TABLE planned_round DROP CONSTRAINT IF EXISTS planned_round_is_of_a_meeting;
ALTER TABLE planned_round ADD CONSTRAINT planned_round_is_of_a_meeting
  CHECK (number BETWEEN 1 AND 4 AND length(method) <= 40 AND method ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
CREATE POLICY seen ON round_plan FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));
CREATE POLICY seen ON planned_round FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));
CREATE POLICY made ON round_plan FOR INSERT TO lederkreds_api
  WITH CHECK (meeting_id = ANY ((SELECT app.plannable_meetings())::uuid[])
    AND meeting_id IN (SELECT m.id FROM meeting m WHERE m.network_id = round_plan.network_id));
CREATE POLICY changed ON round_plan FOR UPDATE TO lederkreds_api
  USING (meeting_id = ANY ((SELECT app.plannable_meetings())::uuid[]));
CREATE POLICY made ON planned_round FOR INSERT TO lederkreds_api
  WITH CHECK (meeting_id = ANY ((SELECT app.plannable_meetings())::uuid[])
    AND (protocol_id IS NULL OR (protocol_id, method) IN (SELECT p.id, p.based_on FROM protocol p
      JOIN network n ON n.organisation_id = p.organisation_id
      WHERE n.id = planned_round.network_id AND p.archived_at IS NULL)));
CREATE POLICY taken_back ON planned_round FOR DELETE TO lederkreds_api
  USING (meeting_id = ANY ((SELECT app.plannable_meetings())::uuid[]));

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
