-- policies/feedback.sql
-- Feedback: who asks whom and until when, and that nobody reads an answer before its cycle is released.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['feedback_cycle', 'feedback_invitation', 'feedback_issuer', 'feedback_staged', 'feedback_answer',
    'feedback_step'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS removed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS gate_keeps ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_releases ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_keeps ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- One part for each member in a step, unless she has called it off.
CREATE UNIQUE INDEX IF NOT EXISTS feedback_cycle_one_part ON feedback_cycle (step_id, receiver_id) WHERE state <> 'cancelled';

-- The gate ends cycles. It has no right to what is sealed, nor to the keys of issuers.
GRANT SELECT, UPDATE (state, closed_on, ask_id) ON feedback_cycle TO lederkreds_gate;
GRANT SELECT, UPDATE (answered, declined, blinded_hash) ON feedback_invitation TO lederkreds_gate;
GRANT SELECT (cycle_id, public_key), DELETE ON feedback_issuer TO lederkreds_gate;
GRANT SELECT (token_hash, cycle_id), DELETE ON feedback_staged TO lederkreds_gate;
GRANT SELECT (id, cycle_id, giver_id), DELETE ON feedback_answer TO lederkreds_gate;
GRANT SELECT ON feedback_step TO lederkreds_gate;
GRANT SELECT (kind, cycle_id) ON sealed_item TO lederkreds_gate;

-- What somebody may give now or was asked for: cycles that have their question, in networks that she is inside of.
CREATE OR REPLACE FUNCTION app.feedback_to_give() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM app.caller
  JOIN feedback_invitation i ON i.giver_id = caller.person_id
  JOIN feedback_cycle c ON c.id = i.cycle_id AND c.ask_id IS NOT NULL
  WHERE i.network_id = ANY ((SELECT app.joined_networks())::uuid[])
$$;

-- Cycles of the viewer's own, in whatever state: they stay hers after she has left their network.
CREATE OR REPLACE FUNCTION app.feedback_received() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM app.caller JOIN feedback_cycle c ON c.receiver_id = caller.person_id
$$;

-- Those of them whose answers she may read.
CREATE OR REPLACE FUNCTION app.feedback_released() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM app.caller
  JOIN feedback_cycle c ON c.receiver_id = caller.person_id AND c.state = 'released'
$$;

-- In which cycles the viewer is asked, and what she herself has done with it where answers are signed. Nobody is told it of
-- anybody else.
CREATE OR REPLACE FUNCTION app.own_feedback() RETURNS TABLE (cycle_id uuid, answered boolean, declined boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.cycle_id, i.answered, i.declined FROM app.caller JOIN feedback_invitation i ON i.giver_id = caller.person_id
$$;

-- Those of a network whom the viewer can ask: inside it, with keys to seal to.
CREATE OR REPLACE FUNCTION app.feedback_givers(wanted_network uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(m.person_id), '{}') FROM app.caller
  JOIN membership m ON m.network_id = wanted_network AND m.left_at IS NULL AND m.person_id <> caller.person_id
  JOIN network n ON n.id = m.network_id AND n.state = 'active'
  JOIN ground_rules_acceptance a
    ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
  WHERE wanted_network = ANY (app.joined_networks()) AND EXISTS (SELECT FROM identity i WHERE i.person_id = m.person_id)
$$;

-- Whether the viewer may ask somebody in a cycle: in her own, before it has its question.
CREATE OR REPLACE FUNCTION app.may_ask(wanted_cycle uuid, wanted_network uuid, wanted_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM feedback_cycle c WHERE c.id = wanted_cycle AND c.network_id = wanted_network
    AND c.receiver_id = app.viewer() AND c.state = 'open' AND c.ask_id IS NULL)
    AND wanted_person = ANY (app.feedback_givers(wanted_network))
$$;

-- Nobody has more than five cycles open in a network beside those of its steps: one more is not written, and whoever sent
-- it finds out why. Two that come at once wait for each other; one that is there already is left as it is.
CREATE OR REPLACE FUNCTION app.check_open_cycles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ask:' || NEW.network_id || NEW.receiver_id, 0));
  IF (SELECT count(*) FROM feedback_cycle WHERE network_id = NEW.network_id AND receiver_id = NEW.receiver_id
    AND state = 'open' AND step_id IS NULL AND id <> NEW.id) >= 5 THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;

-- Ends a cycle that is held. What was not released is destroyed, and so is what signs tokens; a question that nobody may
-- answer any more is closed again to those who were asked.
CREATE OR REPLACE FUNCTION app.end_feedback(wanted_cycle uuid, outcome feedback_state) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM feedback_staged WHERE cycle_id = wanted_cycle;
  DELETE FROM feedback_issuer WHERE cycle_id = wanted_cycle;
  IF outcome <> 'released' THEN
    DELETE FROM feedback_answer WHERE cycle_id = wanted_cycle;
    DELETE FROM sealed_key k USING feedback_cycle c
    WHERE c.id = wanted_cycle AND k.item_id = c.ask_id AND k.recipient_id <> k.owner_id;
  END IF;
  UPDATE feedback_cycle SET state = outcome, closed_on = (now() AT TIME ZONE 'Europe/Copenhagen')::date WHERE id = wanted_cycle;
END $$;

-- Called off by its receiver. Answers whether it was still open.
CREATE OR REPLACE FUNCTION app.cancel_feedback(wanted_cycle uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = wanted_cycle AND receiver_id = app.viewer() AND state = 'open' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.end_feedback(wanted_cycle, 'cancelled');
  RETURN true;
END $$;

-- Whoever erases her keys asks nobody any more, in any network, and what she was given opens for nobody: it goes. What she
-- gave to others is theirs. Those who are asked are told as when she calls a question off; one that was released first is
-- not called off.
CREATE OR REPLACE FUNCTION app.erase_feedback() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held record;
BEGIN
  PERFORM FROM event_counter WHERE network_id IN (SELECT c.network_id FROM feedback_cycle c
    WHERE c.receiver_id = app.viewer() AND c.state = 'open') ORDER BY network_id FOR UPDATE;
  FOR held IN SELECT id, network_id, ask_id FROM feedback_cycle
    WHERE receiver_id = app.viewer() AND state = 'open' ORDER BY network_id, id FOR UPDATE
  LOOP
    IF held.ask_id IS NOT NULL THEN
      PERFORM app.write_event(held.network_id, 'feedbackCancelled', held.id);
    END IF;
    PERFORM app.end_feedback(held.id, 'cancelled');
  END LOOP;
  DELETE FROM feedback_answer a USING feedback_cycle c WHERE c.id = a.cycle_id AND c.receiver_id = app.viewer();
END $$;

-- Somebody will not answer. Answers whether she could still say so.
CREATE OR REPLACE FUNCTION app.decline_feedback(wanted_cycle uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = wanted_cycle AND id = ANY (app.feedback_to_give())
    AND promise = 'signed' AND state = 'open' AND deadline > clock_timestamp() FOR SHARE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE feedback_invitation SET declined = true
  WHERE cycle_id = wanted_cycle AND giver_id = app.viewer() AND NOT answered AND NOT declined;
  RETURN FOUND;
END $$;

-- Every answer has one size. A signed one comes from somebody who was asked and has not answered, while there is time:
-- another one is not written, and whoever sent it finds out why. Whoever ends the cycle waits for it.
CREATE OR REPLACE FUNCTION app.check_feedback_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF substring(NEW.envelope FOR 4) <> '\x4c490103' OR octet_length(NEW.envelope) <> 16416
    OR octet_length(NEW.wrapped_key) NOT BETWEEN 29 AND 256 THEN
    RAISE EXCEPTION 'UnknownFormat' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.giver_id IS NULL THEN
    PERFORM FROM feedback_cycle WHERE id = NEW.cycle_id AND promise = 'pooled' AND state = 'open' FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'NotPooled' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END IF;
  PERFORM FROM feedback_cycle WHERE id = NEW.cycle_id AND promise = 'signed' AND state = 'open' AND ask_id IS NOT NULL
    AND deadline > clock_timestamp() FOR SHARE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE feedback_invitation SET answered = true
  WHERE cycle_id = NEW.cycle_id AND giver_id = NEW.giver_id AND NOT answered AND NOT declined;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;

-- What belongs to a cycle is its receiver's. One question, before anybody is told, and never another, while enough of those
-- who are asked are still there; a step afterwards.
CREATE OR REPLACE FUNCTION app.check_cycle_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held feedback_cycle%ROWTYPE;
BEGIN
  SELECT * INTO held FROM feedback_cycle WHERE id = NEW.cycle_id AND receiver_id = NEW.owner_id FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'NotHersToAsk' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.kind::text = 'feedbackStep' THEN
    IF held.state <> 'released' OR NEW.expires_on IS NULL
      OR NEW.expires_on > (now() AT TIME ZONE 'Europe/Copenhagen')::date + 366 THEN
      RAISE EXCEPTION 'DoesNotStay' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND held.ask_id = NEW.id THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' OR held.ask_id IS NOT NULL OR held.state <> 'open' OR held.deadline <= clock_timestamp()
    OR (SELECT count(*) FROM feedback_invitation i WHERE i.cycle_id = held.id AND app.is_inside(i.network_id, i.giver_id, false))
      < (CASE held.promise WHEN 'pooled' THEN 5 ELSE 1 END)
  THEN RAISE EXCEPTION 'FeedbackClosed' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

-- With its question a cycle begins: those who are asked are told by mail that they are, not what; each once an hour in a
-- network at most, for the letter says nothing that the one before did not. Questions of one network wait for each other.
CREATE OR REPLACE FUNCTION app.follow_ask() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE feedback_cycle SET ask_id = NEW.id WHERE id = NEW.cycle_id AND ask_id IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('asked:' || NEW.network_id, 0));
  PERFORM app.write_letter('feedbackAsked', i.giver_id, i.network_id) FROM feedback_invitation i
  WHERE i.cycle_id = NEW.cycle_id AND NOT EXISTS (SELECT FROM letter l WHERE l.network_id = i.network_id
    AND l.person_id = i.giver_id AND l.kind = 'feedbackAsked' AND l.created_at > now() - interval '1 hour');
  RETURN NULL;
END $$;

-- Without its question it is over.
CREATE OR REPLACE FUNCTION app.follow_lost_ask() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = OLD.cycle_id AND state = 'open' FOR UPDATE;
  IF FOUND THEN PERFORM app.end_feedback(OLD.cycle_id, 'cancelled'); END IF;
  RETURN NULL;
END $$;

-- A letter to somebody about a network, which the worker writes and sends.
CREATE OR REPLACE FUNCTION app.write_letter(what text, person uuid, network uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE letter_id uuid;
BEGIN
  INSERT INTO letter (kind, person_id, network_id) VALUES (what::letter_kind, person, network) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
END $$;

-- Whoever leaves a network asks nobody in it any more. Her invitations stay as they are, so that her going tells nobody
-- whether she had answered; she has no way to them.
CREATE OR REPLACE FUNCTION app.follow_asker() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM event_counter WHERE network_id = NEW.network_id FOR UPDATE;
  PERFORM app.end_feedback(held.id, 'cancelled') FROM (SELECT id FROM feedback_cycle
    WHERE network_id = NEW.network_id AND receiver_id = NEW.person_id AND state = 'open' ORDER BY id FOR UPDATE) held;
  RETURN NULL;
END $$;

-- Nothing is answered in a network that has closed.
CREATE OR REPLACE FUNCTION app.close_feedback_of_network() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM event_counter WHERE network_id = NEW.id FOR UPDATE;
  PERFORM app.end_feedback(held.id, 'cancelled') FROM (SELECT id FROM feedback_cycle
    WHERE network_id = NEW.id AND state = 'open' ORDER BY id FOR UPDATE) held;
  RETURN NULL;
END $$;

-- Whether a cycle is to end now: its deadline is over, or everybody who can has answered or said that she will not.
CREATE OR REPLACE FUNCTION app.is_due(cycle feedback_cycle) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT cycle.state = 'open' AND (cycle.deadline <= clock_timestamp() OR cycle.ask_id IS NOT NULL AND CASE cycle.promise
    WHEN 'signed' THEN NOT EXISTS (SELECT FROM feedback_invitation i
      JOIN membership m ON m.network_id = i.network_id AND m.person_id = i.giver_id AND m.left_at IS NULL
      WHERE i.cycle_id = cycle.id AND NOT i.answered AND NOT i.declined)
    ELSE (SELECT count(*) FROM feedback_staged s WHERE s.cycle_id = cycle.id)
      >= (SELECT count(*) FROM feedback_invitation i WHERE i.cycle_id = cycle.id) END)
$$;

-- The worker's: which cycles are to end.
CREATE OR REPLACE FUNCTION app.due_feedback() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id FROM feedback_cycle c WHERE c.state = 'open' AND app.is_due(c) ORDER BY c.id
$$;

-- Holds a cycle that is to end until the transaction does, its network's counter first. Answers what it promised,
-- 'unasked' for one that nobody was told of, or null when it is not to end after all.
CREATE OR REPLACE FUNCTION app.hold_feedback(wanted_cycle uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held feedback_cycle%ROWTYPE;
BEGIN
  PERFORM FROM event_counter e JOIN feedback_cycle c ON c.network_id = e.network_id WHERE c.id = wanted_cycle FOR UPDATE OF e;
  SELECT * INTO held FROM feedback_cycle WHERE id = wanted_cycle FOR UPDATE;
  IF NOT FOUND OR NOT app.is_due(held) THEN RETURN NULL; END IF;
  RETURN CASE WHEN held.ask_id IS NULL THEN 'unasked' ELSE held.promise::text END;
END $$;

-- Ends a cycle that is held and due, and tells of it: its network that something has changed, its receiver by mail.
CREATE OR REPLACE FUNCTION app.close_feedback(wanted_cycle uuid, outcome text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held feedback_cycle%ROWTYPE;
BEGIN
  SELECT * INTO STRICT held FROM feedback_cycle WHERE id = wanted_cycle AND state = 'open' FOR UPDATE;
  IF held.ask_id IS NULL OR outcome NOT IN ('released', 'tooFew') THEN
    PERFORM app.end_feedback(held.id, 'cancelled');
    RETURN;
  END IF;
  PERFORM app.end_feedback(held.id, outcome::feedback_state);
  PERFORM app.write_event(held.network_id, 'feedbackReleased', held.id);
  PERFORM app.write_letter('feedbackReleased', held.receiver_id, held.network_id);
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('feedback_to_give', 'feedback_received', 'feedback_released', 'own_feedback', 'feedback_givers', 'may_ask',
        'check_open_cycles', 'end_feedback', 'cancel_feedback', 'erase_feedback', 'decline_feedback', 'check_feedback_answer', 'check_cycle_item', 'follow_ask',
        'follow_lost_ask', 'write_letter', 'follow_asker', 'close_feedback_of_network', 'is_due', 'due_feedback', 'hold_feedback',
        'close_feedback')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.feedback_to_give(), app.feedback_received(), app.feedback_released(), app.own_feedback(),
  app.feedback_givers(uuid), app.may_ask(uuid, uuid, uuid), app.cancel_feedback(uuid), app.decline_feedback(uuid),
  app.erase_feedback()
  TO lederkreds_api;
GRANT EXECUTE ON FUNCTION app.due_feedback(), app.hold_feedback(uuid), app.close_feedback(uuid, text) TO lederkreds_worker;

CREATE OR REPLACE TRIGGER few_at_once BEFORE INSERT ON feedback_cycle FOR EACH ROW
  WHEN (current_user = 'lederkreds_api' AND NEW.step_id IS NULL) EXECUTE FUNCTION app.check_open_cycles();
CREATE OR REPLACE TRIGGER answer_in_time BEFORE INSERT ON feedback_answer FOR EACH ROW
  WHEN (current_user IN ('lederkreds_api', 'lederkreds_worker')) EXECUTE FUNCTION app.check_feedback_answer();
CREATE OR REPLACE TRIGGER item_of_cycle BEFORE INSERT OR UPDATE ON sealed_item
  FOR EACH ROW WHEN (NEW.cycle_id IS NOT NULL) EXECUTE FUNCTION app.check_cycle_item();
CREATE OR REPLACE TRIGGER ask_is_there AFTER INSERT ON sealed_item
  FOR EACH ROW WHEN (NEW.kind::text = 'feedbackAsk') EXECUTE FUNCTION app.follow_ask();
CREATE OR REPLACE TRIGGER ask_is_gone AFTER DELETE ON sealed_item
  FOR EACH ROW WHEN (OLD.kind::text = 'feedbackAsk') EXECUTE FUNCTION app.follow_lost_ask();
CREATE OR REPLACE TRIGGER leave_feedback AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.follow_asker();
CREATE OR REPLACE TRIGGER follow_closing_feedback AFTER UPDATE OF state ON network
  FOR EACH ROW WHEN (OLD.state <> 'closed' AND NEW.state = 'closed') EXECUTE FUNCTION app.close_feedback_of_network();

GRANT SELECT ON feedback_cycle TO lederkreds_api;
GRANT INSERT (id, network_id, receiver_id, form, promise, promise_version, deadline, previous_id, step_id)
  ON feedback_cycle TO lederkreds_api;
CREATE POLICY seen ON feedback_cycle FOR SELECT TO lederkreds_api
  USING (receiver_id = (SELECT app.viewer()) OR id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY made ON feedback_cycle FOR INSERT TO lederkreds_api
  WITH CHECK (receiver_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND (previous_id IS NULL OR previous_id = ANY ((SELECT app.feedback_received())::uuid[])));

-- Who was asked is for those who were, and for whoever asked; what became of it is in no column that can be read.
GRANT SELECT (cycle_id, network_id, giver_id), INSERT (cycle_id, network_id, giver_id) ON feedback_invitation TO lederkreds_api;
CREATE POLICY seen ON feedback_invitation FOR SELECT TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_received())::uuid[]) OR cycle_id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY made ON feedback_invitation FOR INSERT TO lederkreds_api
  WITH CHECK (app.may_ask(cycle_id, network_id, giver_id));

GRANT SELECT (cycle_id, public_key), INSERT (cycle_id, public_key, private_key) ON feedback_issuer TO lederkreds_api;
CREATE POLICY seen ON feedback_issuer FOR SELECT TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_received())::uuid[]) OR cycle_id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY made ON feedback_issuer FOR INSERT TO lederkreds_api
  WITH CHECK (cycle_id IN (SELECT c.id FROM feedback_cycle c
    WHERE c.receiver_id = (SELECT app.viewer()) AND c.promise = 'pooled' AND c.state = 'open' AND c.ask_id IS NULL));

GRANT SELECT, DELETE ON feedback_answer TO lederkreds_api;
GRANT INSERT (cycle_id, network_id, giver_id, envelope, wrapped_key) ON feedback_answer TO lederkreds_api;
CREATE POLICY seen ON feedback_answer FOR SELECT TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_released())::uuid[]));
CREATE POLICY made ON feedback_answer FOR INSERT TO lederkreds_api
  WITH CHECK (giver_id = (SELECT app.viewer()) AND cycle_id = ANY ((SELECT app.feedback_to_give())::uuid[]));
CREATE POLICY removed ON feedback_answer FOR DELETE TO lederkreds_api
  USING (cycle_id = ANY ((SELECT app.feedback_released())::uuid[]));

GRANT SELECT, INSERT ON feedback_step TO lederkreds_api;
CREATE POLICY seen ON feedback_step FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]));
CREATE POLICY made ON feedback_step FOR INSERT TO lederkreds_api
  WITH CHECK (planned_by_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT m.network_id FROM membership m
      WHERE m.person_id = (SELECT app.viewer()) AND m.is_convenor AND m.left_at IS NULL)
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active'));

-- The worker shuffles what was pooled: it takes it from where it waits and writes it as answers. Signed ones it cannot read.
GRANT SELECT ON feedback_cycle, feedback_staged TO lederkreds_worker;
GRANT DELETE ON feedback_staged TO lederkreds_worker;
GRANT INSERT (id, cycle_id, network_id, envelope, wrapped_key) ON feedback_answer TO lederkreds_worker;
CREATE POLICY worker_releases ON feedback_cycle FOR SELECT TO lederkreds_worker USING (true);
CREATE POLICY worker_releases ON feedback_staged FOR ALL TO lederkreds_worker USING (true);
CREATE POLICY worker_releases ON feedback_answer FOR INSERT TO lederkreds_worker WITH CHECK (giver_id IS NULL);

-- A sentence about the season. Each member agrees to its hash for herself, and sees nobody else's yes; the sentence itself is
-- written when everybody who is a member at that moment has agreed to it.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sentence_consent', 'published_sentence'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS removed ON public.%I', name);
  END LOOP;
END $$;
DROP POLICY IF EXISTS gate_keeps ON sentence_consent;
CREATE POLICY gate_keeps ON sentence_consent FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (hash), DELETE ON sentence_consent TO lederkreds_gate;

GRANT SELECT, INSERT, DELETE ON sentence_consent TO lederkreds_api;
GRANT UPDATE (hash) ON sentence_consent TO lederkreds_api;
CREATE POLICY seen ON sentence_consent FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON sentence_consent FOR INSERT TO lederkreds_api
  WITH CHECK (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active') AND octet_length(hash) = 32);
CREATE POLICY changed ON sentence_consent FOR UPDATE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[]))
  WITH CHECK (octet_length(hash) = 32);
CREATE POLICY removed ON sentence_consent FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT, DELETE ON published_sentence TO lederkreds_api;
CREATE POLICY seen ON published_sentence FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]));
CREATE POLICY made ON published_sentence FOR INSERT TO lederkreds_api
  WITH CHECK (published_by_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.joined_networks())::uuid[])
    AND network_id IN (SELECT n.id FROM network n WHERE n.state = 'active')
    AND network_id IN (SELECT m.network_id FROM membership m
      WHERE m.person_id = (SELECT app.viewer()) AND m.is_convenor AND m.left_at IS NULL));
CREATE POLICY removed ON published_sentence FOR DELETE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.joined_networks())::uuid[]));

-- What every present member of a network has agreed to, those too who have not accepted its rules; null while anybody has
-- not, or to something else. For its members alone.
CREATE OR REPLACE FUNCTION app.agreed_sentence(wanted uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN count(*) = count(c.hash) AND count(DISTINCT c.hash) = 1 THEN (array_agg(c.hash))[1] END
  FROM membership m LEFT JOIN sentence_consent c ON c.network_id = m.network_id AND c.person_id = m.person_id
  WHERE m.network_id = wanted AND m.left_at IS NULL AND wanted = ANY (app.joined_networks())
$$;

-- Published is what was agreed to, byte for byte. Whoever joins meanwhile, or takes a yes back, does so before or after.
CREATE OR REPLACE FUNCTION app.check_sentence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM network WHERE id = NEW.network_id FOR NO KEY UPDATE;
  PERFORM FROM sentence_consent WHERE network_id = NEW.network_id ORDER BY person_id FOR UPDATE;
  IF octet_length(NEW.salt) <> 16 OR char_length(NEW.text) NOT BETWEEN 1 AND 300
    OR sha256(NEW.salt || convert_to(NEW.text, 'UTF8')) IS DISTINCT FROM app.agreed_sentence(NEW.network_id) THEN
    RAISE EXCEPTION 'NotAgreed' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM sentence_consent WHERE network_id = NEW.network_id;
  RETURN NEW;
END $$;

-- Whoever leaves takes her yes along: if she comes back she is asked anew.
CREATE OR REPLACE FUNCTION app.forget_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM sentence_consent WHERE network_id = NEW.network_id AND person_id = NEW.person_id;
  RETURN NULL;
END $$;

ALTER FUNCTION app.agreed_sentence(uuid) OWNER TO lederkreds_gate;
ALTER FUNCTION app.check_sentence() OWNER TO lederkreds_gate;
ALTER FUNCTION app.forget_consent() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.agreed_sentence(uuid), app.check_sentence(), app.forget_consent() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.agreed_sentence(uuid) TO lederkreds_api;
CREATE OR REPLACE TRIGGER sentence_is_agreed BEFORE INSERT ON published_sentence FOR EACH ROW
  WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_sentence();
CREATE OR REPLACE TRIGGER forget_consent AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.forget_consent();
-- Pooled answers. Whoever hands one in shows a token and nothing of herself: the API has checked it, without a session, and
-- calls what follows as the door. A token is given to a giver once, by name; what she does with it no row tells.
GRANT SELECT (private_key) ON feedback_issuer TO lederkreds_gate;
GRANT SELECT (sealed, withdrawn), INSERT, UPDATE (sealed, withdrawn) ON feedback_staged TO lederkreds_gate;
ALTER TABLE feedback_staged DROP CONSTRAINT IF EXISTS feedback_staged_one_length;
ALTER TABLE feedback_staged ADD CONSTRAINT feedback_staged_one_length
  CHECK (octet_length(token_hash) = 32 AND octet_length(sealed) = 16565 AND (sealed IS NULL OR NOT withdrawn));

-- Gives out the key that signs tokens for the one message that the viewer may have signed; still under its layer.
CREATE OR REPLACE FUNCTION app.take_feedback_token(wanted_cycle uuid, blinded bytea)
RETURNS TABLE (outcome text, private_key bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle c WHERE c.id = wanted_cycle AND c.id = ANY (app.feedback_to_give())
    AND c.promise = 'pooled' AND c.state = 'open' AND c.deadline > clock_timestamp() FOR SHARE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'closed', NULL::bytea; RETURN; END IF;
  UPDATE feedback_invitation i SET blinded_hash = blinded
  WHERE i.cycle_id = wanted_cycle AND i.giver_id = app.viewer() AND coalesce(i.blinded_hash, blinded) = blinded;
  IF NOT FOUND THEN RETURN QUERY SELECT 'other', NULL::bytea; RETURN; END IF;
  RETURN QUERY SELECT 'given', i.private_key FROM feedback_issuer i WHERE i.cycle_id = wanted_cycle;
END $$;

-- The key that tells tokens of a cycle, for as long as it takes answers in; null for any other id.
CREATE OR REPLACE FUNCTION app.pooled_issuer(wanted_cycle uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.public_key FROM feedback_issuer i JOIN feedback_cycle c ON c.id = i.cycle_id
  WHERE c.id = wanted_cycle AND c.promise = 'pooled' AND c.state = 'open' AND c.ask_id IS NOT NULL
    AND c.deadline > clock_timestamp()
$$;

-- Whether a cycle takes answers in; if so it is not ended before this transaction is.
CREATE OR REPLACE FUNCTION app.hold_pooled(wanted_cycle uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM feedback_cycle WHERE id = wanted_cycle AND promise = 'pooled' AND state = 'open' AND ask_id IS NOT NULL
    AND deadline > clock_timestamp() FOR SHARE;
  RETURN FOUND;
END $$;

-- Spends a token: kept with an answer or, for null, without one.
CREATE OR REPLACE FUNCTION app.stage_pooled_answer(wanted_cycle uuid, token bytea, answer bytea) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT app.hold_pooled(wanted_cycle) THEN RETURN 'closed'; END IF;
  INSERT INTO feedback_staged (token_hash, cycle_id, sealed) VALUES (token, wanted_cycle, answer) ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'kept' ELSE 'spent' END;
END $$;

CREATE OR REPLACE FUNCTION app.look_at_pooled_answer(wanted_cycle uuid, token bytea) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT CASE WHEN withdrawn THEN 'withdrawn' WHEN sealed IS NULL THEN 'blank' ELSE 'answered' END
    FROM feedback_staged WHERE token_hash = token AND cycle_id = wanted_cycle), 'unused')
$$;

-- Destroys what was kept with a token, if anything was; the token stays spent. Answers whether there was time for it.
CREATE OR REPLACE FUNCTION app.withdraw_pooled_answer(wanted_cycle uuid, token bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT app.hold_pooled(wanted_cycle) THEN RETURN false; END IF;
  UPDATE feedback_staged SET sealed = NULL, withdrawn = true
  WHERE token_hash = token AND cycle_id = wanted_cycle AND sealed IS NOT NULL;
  RETURN true;
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['take_feedback_token(uuid, bytea)', 'pooled_issuer(uuid)', 'hold_pooled(uuid)',
    'stage_pooled_answer(uuid, bytea, bytea)', 'look_at_pooled_answer(uuid, bytea)', 'withdraw_pooled_answer(uuid, bytea)'] LOOP
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.take_feedback_token(uuid, bytea) TO lederkreds_api;
GRANT EXECUTE ON FUNCTION app.pooled_issuer(uuid), app.stage_pooled_answer(uuid, bytea, bytea),
  app.look_at_pooled_answer(uuid, bytea), app.withdraw_pooled_answer(uuid, bytea) TO lederkreds_door;
