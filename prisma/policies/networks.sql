-- Networks, members, ground rules, invitations, events.

CREATE UNIQUE INDEX IF NOT EXISTS membership_one_convenor ON membership (network_id) WHERE is_convenor AND left_at IS NULL;

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
    OR (state = 'draft' AND created_by_id = (SELECT app.viewer())));
CREATE POLICY made ON network FOR INSERT TO lederkreds_api
  WITH CHECK (state = 'draft' AND created_by_id = (SELECT app.viewer())
    AND organisation_id = (SELECT app.viewer_organisation()) AND (SELECT app.viewer_has('consultant')));
CREATE POLICY changed ON network FOR UPDATE TO lederkreds_api
  USING (id = ANY ((SELECT app.keeper_networks())::uuid[]))
  WITH CHECK (id = ANY ((SELECT app.keeper_networks())::uuid[]));
CREATE POLICY removed ON network FOR DELETE TO lederkreds_api
  USING (state = 'draft' AND created_by_id = (SELECT app.viewer()));

GRANT SELECT, INSERT, UPDATE ON network_consultant TO lederkreds_api;
CREATE POLICY seen ON network_consultant FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));
-- The creator of a draft becomes its consultant; a consultant may bring in a colleague.
CREATE POLICY made ON network_consultant FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.consultant_networks())::uuid[])
    OR (person_id = (SELECT app.viewer())
      AND EXISTS (SELECT FROM network n
        WHERE n.id = network_id AND n.state = 'draft' AND n.created_by_id = (SELECT app.viewer()))));
CREATE POLICY changed ON network_consultant FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.consultant_networks())::uuid[]));

-- Memberships begin only by accepting an invitation (app.join_network); they change here.
GRANT SELECT ON membership TO lederkreds_api;
GRANT UPDATE (is_convenor, left_at) ON membership TO lederkreds_api;
CREATE POLICY seen ON membership FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]) OR person_id = (SELECT app.viewer()));
CREATE POLICY changed ON membership FOR UPDATE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR network_id = ANY ((SELECT app.keeper_networks())::uuid[]))
  WITH CHECK (true);

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
  WITH CHECK (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.member_networks())::uuid[]));

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
CREATE OR REPLACE FUNCTION app.append_event(network uuid, what text, subject uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE number integer;
BEGIN
  IF network <> ALL (app.viewer_networks() || app.member_networks()) THEN
    RAISE EXCEPTION 'not in this network' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO event_counter (network_id, seq) VALUES (network, 1)
    ON CONFLICT (network_id) DO UPDATE SET seq = event_counter.seq + 1 RETURNING seq INTO number;
  INSERT INTO event (network_id, seq, kind, subject_id) VALUES (network, number, what, subject);
  PERFORM pg_notify('network_event', network::text);
  RETURN number;
END $$;
ALTER FUNCTION app.append_event(uuid, text, uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.append_event(uuid, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.append_event(uuid, text, uuid) TO lederkreds_api;
