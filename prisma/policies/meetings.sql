-- Seasons, meetings, attendance.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['season', 'meeting', 'attendance'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO lederkreds_api', name);
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_worker', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_reads ON public.%I', name);
    EXECUTE format('CREATE POLICY seen ON public.%I FOR SELECT TO lederkreds_api
      USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]))', name);
    EXECUTE format('CREATE POLICY worker_reads ON public.%I FOR SELECT TO lederkreds_worker USING (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['season', 'meeting'] LOOP
    EXECUTE format('CREATE POLICY made ON public.%I FOR INSERT TO lederkreds_api
      WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[]))', name);
    EXECUTE format('CREATE POLICY changed ON public.%I FOR UPDATE TO lederkreds_api
      USING (network_id = ANY ((SELECT app.keeper_networks())::uuid[]))
      WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[]))', name);
  END LOOP;
END $$;

CREATE POLICY made ON attendance FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.marking_networks())::uuid[])
    OR (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.member_networks())::uuid[])));
CREATE POLICY changed ON attendance FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.marking_networks())::uuid[])
    OR (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.viewer_networks())::uuid[])))
  WITH CHECK (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));

-- The worker notes which change of a meeting a calendar has been told.
GRANT UPDATE (noticed_sequence) ON attendance TO lederkreds_worker;
DROP POLICY IF EXISTS worker_notes ON attendance;
CREATE POLICY worker_notes ON attendance FOR UPDATE TO lederkreds_worker USING (true);
