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
