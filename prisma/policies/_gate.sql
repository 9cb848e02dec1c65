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
