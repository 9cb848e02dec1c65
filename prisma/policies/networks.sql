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

-- Turns, ties and feedback concern those who are in the network alone: its consultant is not told that something happened.
GRANT SELECT ON event TO lederkreds_api;
CREATE POLICY seen ON event FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[])
    AND (kind NOT IN ('turnsChanged', 'tiesChanged', 'stepPlanned', 'feedbackCancelled', 'feedbackReleased')
      OR network_id = ANY ((SELECT app.joined_networks())::uuid[])));

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
