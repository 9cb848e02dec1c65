-- Whom to talk to in a hard week.

ALTER TABLE help_contact_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE help_contact_list FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON help_contact_list TO lederkreds_api;
GRANT UPDATE (lists, version) ON help_contact_list TO lederkreds_api;

DROP POLICY IF EXISTS seen ON help_contact_list;
DROP POLICY IF EXISTS made ON help_contact_list;
DROP POLICY IF EXISTS changed ON help_contact_list;
-- Read by everybody in the organisation, written by its administrators.
CREATE POLICY seen ON help_contact_list FOR SELECT TO lederkreds_api
  USING (organisation_id = (SELECT app.viewer_organisation()));
CREATE POLICY made ON help_contact_list FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY changed ON help_contact_list FOR UPDATE TO lederkreds_api
  USING (organisation_id = (SELECT app.administered_organisation()));
