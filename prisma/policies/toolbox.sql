-- Own protocols: a method's text, written by consultants for their organisation, read by those in its networks.

ALTER TABLE protocol ENABLE ROW LEVEL SECURITY;
ALTER TABLE protocol FORCE ROW LEVEL SECURITY;
ALTER TABLE protocol_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE protocol_version FORCE ROW LEVEL SECURITY;

-- The organisation for which the viewer writes protocols: her own, as its consultant.
CREATE OR REPLACE FUNCTION app.protocol_organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT organisation_id FROM app.caller JOIN person_role USING (person_id) WHERE role = 'consultant'
$$;
ALTER FUNCTION app.protocol_organisation() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.protocol_organisation() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.protocol_organisation() TO lederkreds_api;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['protocol', 'protocol_version'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format($policy$CREATE POLICY seen ON public.%I FOR SELECT TO lederkreds_api
      USING (organisation_id = (SELECT app.protocol_organisation())
        OR organisation_id = ANY ((SELECT app.network_organisations())::uuid[]))$policy$, name);
    EXECUTE format($policy$CREATE POLICY made ON public.%I FOR INSERT TO lederkreds_api
      WITH CHECK (organisation_id = (SELECT app.protocol_organisation())
        AND created_by_id = (SELECT app.viewer()))$policy$, name);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON protocol TO lederkreds_api;
GRANT UPDATE (version, archived_at) ON protocol TO lederkreds_api;
CREATE POLICY changed ON protocol FOR UPDATE TO lederkreds_api
  USING (organisation_id = (SELECT app.protocol_organisation()));

-- A version is appended and stays as it is: no right to change or remove one.
GRANT SELECT, INSERT ON protocol_version TO lederkreds_api;
ALTER TABLE protocol_version DROP CONSTRAINT IF EXISTS protocol_version_is_small;
ALTER TABLE protocol_version ADD CONSTRAINT protocol_version_is_small
  CHECK (jsonb_typeof(definition) = 'object' AND octet_length(definition::text) <= 262144);

-- The newest version is the one that its protocol counts to.
CREATE OR REPLACE FUNCTION app.check_protocol_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.number IS DISTINCT FROM (SELECT version FROM protocol WHERE id = NEW.protocol_id) THEN
    RAISE EXCEPTION 'not the newest version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_protocol_version BEFORE INSERT ON protocol_version
  FOR EACH ROW WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_protocol_version();
