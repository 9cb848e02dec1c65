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
