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
  WHERE i.network_id = ANY (app.joined_networks())
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

-- What the viewer herself has done with what she was asked, where answers are signed. Nobody is told it of anybody else.
CREATE OR REPLACE FUNCTION app.own_feedback() RETURNS TABLE (cycle_id uuid, answered boolean, declined boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.cycle_id, i.answered, i.declined
  FROM app.caller JOIN feedback_invitation i ON i.giver_id = caller.person_id WHERE i.answered OR i.declined
$$;

-- Those of a network whom the viewer can ask: inside it, with keys to seal to.
CREATE OR REPLACE FUNCTION app.feedback_givers(wanted_network uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(m.person_id), '{}') FROM app.caller
  JOIN membership m ON m.network_id = wanted_network AND m.left_at IS NULL AND m.person_id <> caller.person_id
  JOIN network n ON n.id = m.network_id
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

-- What belongs to a cycle is its receiver's. One question, before anybody is told, and never another; a step afterwards.
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
    OR (SELECT count(*) FROM feedback_invitation WHERE cycle_id = held.id) < (CASE held.promise WHEN 'pooled' THEN 5 ELSE 1 END)
  THEN RAISE EXCEPTION 'FeedbackClosed' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

-- With its question a cycle begins: those who are asked are told by mail that they are, not what.
CREATE OR REPLACE FUNCTION app.follow_ask() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE feedback_cycle SET ask_id = NEW.id WHERE id = NEW.cycle_id AND ask_id IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM app.write_letter('feedbackAsked', giver_id, network_id) FROM feedback_invitation WHERE cycle_id = NEW.cycle_id;
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
        'end_feedback', 'cancel_feedback', 'decline_feedback', 'check_feedback_answer', 'check_cycle_item', 'follow_ask',
        'follow_lost_ask', 'write_letter', 'follow_asker', 'close_feedback_of_network', 'is_due', 'due_feedback', 'hold_feedback',
        'close_feedback')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.feedback_to_give(), app.feedback_received(), app.feedback_released(), app.own_feedback(),
  app.feedback_givers(uuid), app.may_ask(uuid, uuid, uuid), app.cancel_feedback(uuid), app.decline_feedback(uuid)
  TO lederkreds_api;
GRANT EXECUTE ON FUNCTION app.due_feedback(), app.hold_feedback(uuid), app.close_feedback(uuid, text) TO lederkreds_worker;

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

-- policies/supervision.sql
-- Rounds: who sees one, who begins one, and how its log grows. Whose turn it is: passes, swaps and ties.

-- A network works with one case at a time.
CREATE UNIQUE INDEX IF NOT EXISTS round_one_open ON round (network_id) WHERE ended_at IS NULL;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['round', 'round_role', 'round_event', 'turn_pass', 'turn_swap', 'declared_tie'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_api, lederkreds_gate', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS taken_back ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS gate_keeps ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_keeps ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT INSERT ON round, round_role TO lederkreds_api;
GRANT UPDATE (started_at, ended_at) ON round TO lederkreds_gate;
GRANT INSERT ON round_event TO lederkreds_gate;
GRANT INSERT, DELETE ON turn_pass, turn_swap, declared_tie TO lederkreds_api;
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
        'may_name', 'is_round_detail', 'round_remains', 'hold_round', 'write_round_events', 'append_round_events', 'note_in_round', 'call_off_round', 'follow_leaver', 'follow_closing')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.joined_networks(), app.facilitated_rounds(), app.is_inside(uuid, uuid, boolean),
  app.may_seat(uuid, uuid, uuid), app.may_name(uuid, uuid), app.round_remains(uuid), app.hold_round(uuid, boolean),
  app.append_round_events(uuid, jsonb), app.call_off_round(uuid) TO lederkreds_api;

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
