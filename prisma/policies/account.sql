-- People, sign-in, sessions, settings, letters, sealed content.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'position', 'person_role', 'session', 'session_token',
    'passkey', 'passkey_challenge', 'sign_in_code', 'set_up_link', 'mutation_reply', 'letter', 'key_wrap', 'identity',
    'identity_secret', 'sealed_item', 'sealed_key', 'expiry_run'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS seen ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS made ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS changed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS removed ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS door ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_reads ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS worker_writes ON public.%I', name);
  END LOOP;

  -- What the functions of the door below work on, as the gate.
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'position', 'person_role', 'session', 'session_token',
    'passkey', 'passkey_challenge', 'sign_in_code', 'set_up_link', 'letter'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO lederkreds_gate', name);
    EXECUTE format('CREATE POLICY door ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;

  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'sign_in_code', 'letter'] LOOP
    EXECUTE format('GRANT SELECT ON public.%I TO lederkreds_worker', name);
    EXECUTE format('CREATE POLICY worker_reads ON public.%I FOR SELECT TO lederkreds_worker USING (true)', name);
  END LOOP;
  GRANT UPDATE (state, attempts, problem, sent_at) ON letter TO lederkreds_worker;
  CREATE POLICY worker_writes ON letter FOR UPDATE TO lederkreds_worker USING (true);
END $$;

-- Old codes, challenges and replies are swept by the worker; it reads only their age.
GRANT SELECT (created_at), DELETE ON sign_in_code, passkey_challenge, mutation_reply TO lederkreds_worker;
DROP POLICY IF EXISTS worker_sweeps ON sign_in_code;
CREATE POLICY worker_sweeps ON sign_in_code FOR DELETE TO lederkreds_worker USING (true);
DROP POLICY IF EXISTS worker_sweeps ON passkey_challenge;
CREATE POLICY worker_sweeps ON passkey_challenge FOR ALL TO lederkreds_worker USING (true);
DROP POLICY IF EXISTS worker_sweeps ON mutation_reply;
CREATE POLICY worker_sweeps ON mutation_reply FOR ALL TO lederkreds_worker USING (true);
GRANT SELECT (expires_at), DELETE ON session TO lederkreds_worker;
DROP POLICY IF EXISTS worker_sweeps ON session;
CREATE POLICY worker_sweeps ON session FOR ALL TO lederkreds_worker USING (true);

GRANT SELECT ON organisation TO lederkreds_api;
GRANT UPDATE (name) ON organisation TO lederkreds_api;
CREATE POLICY seen ON organisation FOR SELECT TO lederkreds_api
  USING (id = ANY ((SELECT app.viewer_organisations())::uuid[]));
CREATE POLICY changed ON organisation FOR UPDATE TO lederkreds_api
  USING (id = (SELECT app.administered_organisation()));

GRANT SELECT, INSERT ON person TO lederkreds_api;
GRANT UPDATE (name, title, workplace, version) ON person TO lederkreds_api;
CREATE POLICY seen ON person FOR SELECT TO lederkreds_api
  USING (id = (SELECT app.viewer())
    OR organisation_id = (SELECT app.directory_organisation())
    OR id = ANY ((SELECT app.viewer_peers())::uuid[]));
CREATE POLICY made ON person FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY changed ON person FOR UPDATE TO lederkreds_api
  USING (id = (SELECT app.viewer()) OR organisation_id = (SELECT app.administered_organisation()));

GRANT SELECT, INSERT ON account TO lederkreds_api;
GRANT UPDATE (locale, theme, version) ON account TO lederkreds_api;
CREATE POLICY seen ON account FOR SELECT TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR organisation_id = (SELECT app.directory_organisation()));
CREATE POLICY made ON account FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY changed ON account FOR UPDATE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT ON "position" TO lederkreds_api;
GRANT UPDATE (management_level, manager_id, deactivated_at, version) ON "position" TO lederkreds_api;
CREATE POLICY seen ON "position" FOR SELECT TO lederkreds_api
  USING (organisation_id = (SELECT app.directory_organisation()));
CREATE POLICY made ON "position" FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY changed ON "position" FOR UPDATE TO lederkreds_api
  USING (organisation_id = (SELECT app.administered_organisation()))
  WITH CHECK (organisation_id = (SELECT app.administered_organisation()) AND (manager_id IS NULL
    OR manager_id IN (SELECT id FROM person WHERE organisation_id = (SELECT app.administered_organisation()))));

GRANT SELECT, INSERT, DELETE ON person_role TO lederkreds_api;
CREATE POLICY seen ON person_role FOR SELECT TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR organisation_id = (SELECT app.administered_organisation()));
CREATE POLICY made ON person_role FOR INSERT TO lederkreds_api
  WITH CHECK (organisation_id = (SELECT app.administered_organisation())
    AND person_id IN (SELECT id FROM person WHERE organisation_id = (SELECT app.administered_organisation())));
CREATE POLICY removed ON person_role FOR DELETE TO lederkreds_api
  USING (organisation_id = (SELECT app.administered_organisation()));

GRANT SELECT ON session TO lederkreds_api;
GRANT UPDATE (ended_at) ON session TO lederkreds_api;
CREATE POLICY seen ON session FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY changed ON session FOR UPDATE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) AND ended_at IS NULL) WITH CHECK (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT, DELETE ON passkey TO lederkreds_api;
GRANT UPDATE (name) ON passkey TO lederkreds_api;
CREATE POLICY seen ON passkey FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON passkey FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
CREATE POLICY changed ON passkey FOR UPDATE TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY removed ON passkey FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

GRANT SELECT, INSERT, UPDATE ON mutation_reply TO lederkreds_api;
CREATE POLICY seen ON mutation_reply FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON mutation_reply FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
CREATE POLICY changed ON mutation_reply FOR UPDATE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

-- Consultants see what became of their invitations' letters. A network's letters are written by those who are in it.
GRANT SELECT, INSERT ON letter TO lederkreds_api;
CREATE POLICY seen ON letter FOR SELECT TO lederkreds_api
  USING (invitation_id IS NOT NULL AND network_id = ANY ((SELECT app.consultant_networks())::uuid[]));
CREATE POLICY made ON letter FOR INSERT TO lederkreds_api
  WITH CHECK (kind <> 'signInCode' AND email IS NULL AND network_id = ANY ((SELECT app.viewer_networks())::uuid[]));

-- Adds a background job in the caller's transaction. It belongs to the worker, who owns the queue.
CREATE OR REPLACE FUNCTION app.enqueue(task text, payload json, key text DEFAULT NULL, due timestamptz DEFAULT now())
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => due, job_key => key, max_attempts => 25);
END $$;
ALTER FUNCTION app.enqueue(text, json, text, timestamptz) OWNER TO lederkreds_worker;
REVOKE ALL ON FUNCTION app.enqueue(text, json, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue(text, json, text, timestamptz) TO lederkreds_api, lederkreds_gate;

-- Keeps the caller's session awake.
CREATE OR REPLACE FUNCTION app.touch_session() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE session SET last_used_at = now() WHERE id = app.viewer_session()
$$;
ALTER FUNCTION app.touch_session() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.touch_session() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.touch_session() TO lederkreds_api;

-- Whoever listens hears that a session has ended, whichever way it did.
CREATE OR REPLACE FUNCTION app.tell_session_ended() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('session_ended', NEW.id::text);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER session_ended AFTER UPDATE OF ended_at ON session FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.tell_session_ended();

-- Whoever is deactivated is signed out everywhere, and stays so when she is let in again.
CREATE OR REPLACE FUNCTION app.end_sessions_of_deactivated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE session SET ended_at = now() WHERE person_id = NEW.person_id AND ended_at IS NULL;
  RETURN NULL;
END $$;
ALTER FUNCTION app.end_sessions_of_deactivated() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.end_sessions_of_deactivated() FROM PUBLIC;
CREATE OR REPLACE TRIGGER person_deactivated AFTER UPDATE OF deactivated_at ON "position" FOR EACH ROW
  WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION app.end_sessions_of_deactivated();

-- Networks that hold somebody together with her own manager: of the people whom the viewer administers, and in the
-- networks for which she is consultant. The name of another organisation's network is withheld.
CREATE OR REPLACE FUNCTION app.reporting_pairs(of_person uuid DEFAULT NULL, in_networks uuid[] DEFAULT NULL)
RETURNS TABLE (network_id uuid, network_name text, report_id uuid, manager_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH me AS MATERIALIZED (SELECT app.administered_organisation() AS organisation, app.consultant_networks() AS networks)
  SELECT n.id, CASE WHEN n.organisation_id = me.organisation OR n.id = ANY (me.networks) THEN n.name END,
    p.person_id, p.manager_id
  FROM me, "position" p
  JOIN membership r ON r.person_id = p.person_id AND r.left_at IS NULL
  JOIN membership m ON m.person_id = p.manager_id AND m.network_id = r.network_id AND m.left_at IS NULL
  JOIN network n ON n.id = r.network_id AND n.state <> 'closed'
  WHERE (of_person IS NULL OR of_person IN (p.person_id, p.manager_id))
    AND (in_networks IS NULL OR n.id = ANY (in_networks))
    AND (p.organisation_id = me.organisation OR n.id = ANY (me.networks))
$$;
ALTER FUNCTION app.reporting_pairs(uuid, uuid[]) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.reporting_pairs(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.reporting_pairs(uuid, uuid[]) TO lederkreds_api;

-- A person's address. It is where she is reached and how she signs in: her open invitations go with it, and her old
-- address is told. Answers 'ok', or 'taken' when it is somebody else's, in whatever organisation.
CREATE OR REPLACE FUNCTION app.move_account(person uuid, address text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before text;
  letter_id uuid;
BEGIN
  SELECT email INTO before FROM account WHERE person_id = person FOR UPDATE;
  IF before IS NULL OR before = address THEN RETURN 'ok'; END IF;
  BEGIN
    UPDATE account SET email = address WHERE person_id = person;
  EXCEPTION WHEN unique_violation THEN RETURN 'taken';
  END;
  UPDATE invitation i SET email = address
  WHERE i.email = before AND i.accepted_at IS NULL AND i.revoked_at IS NULL
    AND NOT EXISTS (SELECT FROM invitation o WHERE o.network_id = i.network_id AND o.email = address);
  INSERT INTO letter (kind, person_id, email) VALUES ('emailChanged', person, before) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
  RETURN 'ok';
END $$;
ALTER FUNCTION app.move_account(uuid, text) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.move_account(uuid, text) FROM PUBLIC;
GRANT UPDATE (email) ON invitation TO lederkreds_gate;

-- Writes a code that proves a new address of the caller's, and its letter: the same for free and taken addresses.
-- Answers 0, or in how many seconds to ask again.
CREATE OR REPLACE FUNCTION app.ask_new_email(address text, browser bytea, code uuid, hash bytea) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  me uuid;
  letter_id uuid;
  wait integer;
BEGIN
  SELECT person_id INTO me FROM app.caller WHERE stepped_up_at > now() - interval '10 minutes';
  IF me IS NULL THEN RAISE EXCEPTION 'not a recent sign-in' USING ERRCODE = 'insufficient_privilege'; END IF;
  wait := app.code_wait(address, browser);
  IF wait > 0 THEN RETURN wait; END IF;
  INSERT INTO sign_in_code (id, email, browser_hash, code_hash, new_email_of_id, expires_at)
    VALUES (code, address, browser, hash, me, now() + interval '10 minutes');
  INSERT INTO letter (kind, sign_in_code_id) VALUES ('signInCode', code) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
  RETURN 0;
END $$;
ALTER FUNCTION app.ask_new_email(text, bytea, uuid, bytea) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.ask_new_email(text, bytea, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ask_new_email(text, bytea, uuid, bytea) TO lederkreds_api;

-- Writes the address of somebody whom the caller administers; never her own, which has to be proved.
CREATE OR REPLACE FUNCTION app.correct_email(person uuid, address text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.caller c JOIN person p ON p.organisation_id = app.administered_organisation()
    WHERE p.id = correct_email.person AND p.id <> c.person_id AND c.stepped_up_at > now() - interval '10 minutes')
  THEN RAISE EXCEPTION 'not hers to correct' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN app.move_account(correct_email.person, address);
END $$;
ALTER FUNCTION app.correct_email(uuid, text) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.correct_email(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.correct_email(uuid, text) TO lederkreds_api;

-- Sealed content. What is in the columns wrapped and envelope nobody here can open, and nobody but those it belongs to
-- is given: the gate and the worker have no right to them.

CREATE UNIQUE INDEX IF NOT EXISTS key_wrap_one_of_a_kind ON key_wrap (person_id, kind) WHERE kind <> 'passkey';
GRANT SELECT, INSERT, DELETE ON key_wrap TO lederkreds_api;
CREATE POLICY seen ON key_wrap FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON key_wrap FOR INSERT TO lederkreds_api
  WITH CHECK (person_id = (SELECT app.viewer()) AND (kind = 'passkey') = (passkey_id IS NOT NULL)
    AND (passkey_id IS NULL OR passkey_id IN (SELECT id FROM passkey WHERE person_id = (SELECT app.viewer()))));
CREATE POLICY removed ON key_wrap FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));
GRANT SELECT (person_id, kind) ON key_wrap TO lederkreds_gate;
GRANT SELECT (person_id) ON identity_secret TO lederkreds_gate;

-- Public keys are for those who meet. They are added and never changed or taken away.
GRANT SELECT, INSERT ON identity TO lederkreds_api;
CREATE POLICY seen ON identity FOR SELECT TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR person_id = ANY ((SELECT app.viewer_peers())::uuid[]));
CREATE POLICY made ON identity FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
GRANT SELECT (person_id, number, hash) ON identity TO lederkreds_gate;

GRANT SELECT, INSERT, DELETE ON identity_secret TO lederkreds_api;
CREATE POLICY seen ON identity_secret FOR SELECT TO lederkreds_api USING (person_id = (SELECT app.viewer()));
CREATE POLICY made ON identity_secret FOR INSERT TO lederkreds_api WITH CHECK (person_id = (SELECT app.viewer()));
CREATE POLICY removed ON identity_secret FOR DELETE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

CREATE UNIQUE INDEX IF NOT EXISTS sealed_item_one_memory ON sealed_item (owner_id) WHERE kind = 'memory';
GRANT SELECT, INSERT, DELETE ON sealed_item TO lederkreds_api;
GRANT UPDATE (version, size_class, expires_on, envelope) ON sealed_item TO lederkreds_api;
GRANT SELECT (id, owner_id, network_id) ON sealed_item TO lederkreds_gate;

CREATE INDEX IF NOT EXISTS sealed_key_received ON sealed_key (recipient_id) INCLUDE (item_id) WHERE recipient_id <> owner_id;
GRANT SELECT, INSERT, DELETE ON sealed_key TO lederkreds_api;
GRANT UPDATE (wrapped) ON sealed_key TO lederkreds_api;
GRANT SELECT (item_id, recipient_id, owner_id) ON sealed_key TO lederkreds_gate;

-- The items that somebody else has sealed to the viewer, in networks that she is inside of now.
CREATE OR REPLACE FUNCTION app.received_items() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(k.item_id), '{}') FROM app.caller JOIN sealed_key k ON k.recipient_id = caller.person_id
  JOIN sealed_item i ON i.id = k.item_id
  JOIN membership m ON m.network_id = i.network_id AND m.person_id = caller.person_id AND m.left_at IS NULL
  JOIN network n ON n.id = m.network_id
  JOIN ground_rules_acceptance a
    ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
  WHERE k.recipient_id <> k.owner_id
$$;
ALTER FUNCTION app.received_items() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.received_items() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.received_items() TO lederkreds_api;

CREATE POLICY seen ON sealed_item FOR SELECT TO lederkreds_api
  USING (owner_id = (SELECT app.viewer()) OR id = ANY ((SELECT app.received_items())::uuid[]));
CREATE POLICY made ON sealed_item FOR INSERT TO lederkreds_api
  WITH CHECK (owner_id = (SELECT app.viewer()) AND version = 1
    AND (network_id IS NULL OR network_id = ANY ((SELECT app.viewer_networks())::uuid[])));
CREATE POLICY changed ON sealed_item FOR UPDATE TO lederkreds_api
  USING (owner_id = (SELECT app.viewer()))
  WITH CHECK (owner_id = (SELECT app.viewer())
    AND (network_id IS NULL OR network_id = ANY ((SELECT app.viewer_networks())::uuid[])));
CREATE POLICY removed ON sealed_item FOR DELETE TO lederkreds_api USING (owner_id = (SELECT app.viewer()));

-- That a key's owner is its item's owner is held by the foreign key. Whoever holds a key may throw it away.
CREATE POLICY seen ON sealed_key FOR SELECT TO lederkreds_api
  USING (owner_id = (SELECT app.viewer())
    OR recipient_id = (SELECT app.viewer()) AND item_id = ANY ((SELECT app.received_items())::uuid[]));
CREATE POLICY made ON sealed_key FOR INSERT TO lederkreds_api WITH CHECK (owner_id = (SELECT app.viewer()));
CREATE POLICY changed ON sealed_key FOR UPDATE TO lederkreds_api USING (owner_id = (SELECT app.viewer()));
CREATE POLICY removed ON sealed_key FOR DELETE TO lederkreds_api
  USING (recipient_id = (SELECT app.viewer()) OR owner_id = (SELECT app.viewer()));

-- What the triggers below look up, as the gate.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['key_wrap', 'identity', 'identity_secret', 'sealed_item', 'sealed_key'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS gate_reads ON public.%I', name);
    EXECUTE format('CREATE POLICY gate_reads ON public.%I FOR SELECT TO lederkreds_gate USING (true)', name);
  END LOOP;
END $$;

-- An entry of the directory follows the one before it; two at once meet in the primary key.
CREATE OR REPLACE FUNCTION app.check_identity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before record;
BEGIN
  SELECT number, hash INTO before FROM identity WHERE person_id = NEW.person_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(before.number, 0) + 1 OR NEW.previous_hash IS DISTINCT FROM before.hash THEN
    RAISE EXCEPTION 'BrokenChain' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Whether an item may stay with others until a day: as their round agreed before it began.
CREATE OR REPLACE FUNCTION app.may_stay(of_round uuid, kind text, until date) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today date := (now() AT TIME ZONE 'Europe/Copenhagen')::date;
  agreed date;
BEGIN
  SELECT stays_until INTO agreed FROM round WHERE id = of_round AND stays = 'group';
  RETURN coalesce(until <= greatest(agreed,
    CASE kind WHEN 'nextStep' THEN today + 366 WHEN 'roundWriting' THEN today + 1 END), false);
END $$;

-- Whoever has keys keeps two ways to open them, one of them a recovery code, whatever takes a wrap away: also a passkey
-- that goes and takes its wrap with it. Looked at when the operation ends, so that one wrap may take another's place and
-- everything may be erased.
CREATE OR REPLACE FUNCTION app.check_wraps_remain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM identity_secret WHERE person_id = OLD.person_id)
    AND (SELECT count(*) < 2 OR NOT coalesce(bool_or(kind = 'recoveryCode'), false)
      FROM key_wrap WHERE person_id = OLD.person_id) THEN
    RAISE EXCEPTION 'TooFewWraps' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Nothing is sealed by somebody who could lose it with one secret, and every envelope has the form of its class.
CREATE OR REPLACE FUNCTION app.check_sealed_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) < 2 OR NOT coalesce(bool_or(kind = 'recoveryCode'), false) FROM key_wrap WHERE person_id = NEW.owner_id)
    OR NOT EXISTS (SELECT FROM identity WHERE person_id = NEW.owner_id) THEN
    RAISE EXCEPTION 'KeysMissing' USING ERRCODE = 'check_violation';
  END IF;
  IF substring(NEW.envelope FOR 4) <> decode('4c49010' || NEW.size_class, 'hex')
    OR octet_length(NEW.envelope) <> 32 + (256 << (2 * NEW.size_class)) OR NEW.size_class NOT BETWEEN 0 AND 4 THEN
    RAISE EXCEPTION 'UnknownFormat' USING ERRCODE = 'check_violation';
  END IF;
  -- What a kind belongs to: a round or nothing, always a round, a cycle of feedback, a network; else its owner alone.
  IF NOT (CASE
    WHEN NEW.kind::text IN ('feedbackAsk', 'feedbackStep')
      THEN NEW.network_id IS NOT NULL AND NEW.round_id IS NULL AND NEW.cycle_id IS NOT NULL
    WHEN NEW.kind::text = 'sentence' THEN NEW.network_id IS NOT NULL AND NEW.round_id IS NULL AND NEW.cycle_id IS NULL
    WHEN NEW.kind::text IN ('roundNote', 'nextStep', 'roundWriting') THEN NEW.cycle_id IS NULL
      AND (NEW.network_id IS NULL) = (NEW.round_id IS NULL) AND (NEW.round_id IS NOT NULL OR NEW.kind::text <> 'roundWriting')
    ELSE NEW.network_id IS NULL AND NEW.round_id IS NULL AND NEW.cycle_id IS NULL END) THEN
    RAISE EXCEPTION 'KeptToSelf' USING ERRCODE = 'check_violation';
  END IF;
  -- Whoever leaves meanwhile does so before or after. Members are held in one order, and before the round or the cycle.
  IF NEW.network_id IS NOT NULL THEN
    PERFORM FROM membership WHERE network_id = NEW.network_id AND left_at IS NULL ORDER BY person_id FOR SHARE;
  END IF;
  IF NEW.round_id IS NOT NULL AND NOT app.may_stay(NEW.round_id, NEW.kind::text, NEW.expires_on) THEN
    RAISE EXCEPTION 'DoesNotStay' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'Stale' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- What belongs to no network is sealed to its owner alone; what belongs to one, to those who are inside it now; a question
-- for feedback, to those of them who are asked. A member who is sealed to cannot leave before that is done: else what is
-- written in the same moment would stay when her keys are taken away, and open if she comes back.
CREATE OR REPLACE FUNCTION app.check_sealed_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_network uuid;
  of_ask uuid;
BEGIN
  IF octet_length(NEW.wrapped) > 256 THEN RAISE EXCEPTION 'TooLarge' USING ERRCODE = 'check_violation'; END IF;
  SELECT network_id, CASE kind::text WHEN 'feedbackAsk' THEN cycle_id END INTO of_network, of_ask
  FROM sealed_item WHERE id = NEW.item_id;
  IF of_ask IS NOT NULL AND NEW.recipient_id <> NEW.owner_id
    AND NOT EXISTS (SELECT FROM feedback_invitation WHERE cycle_id = of_ask AND giver_id = NEW.recipient_id) THEN
    RAISE EXCEPTION 'NotARecipient' USING ERRCODE = 'check_violation';
  END IF;
  IF of_network IS NULL AND NEW.recipient_id = NEW.owner_id THEN RETURN NEW; END IF;
  PERFORM FROM membership m JOIN network n ON n.id = m.network_id
    JOIN ground_rules_acceptance a
      ON a.network_id = m.network_id AND a.person_id = m.person_id AND a.version = n.ground_rules_version
    WHERE m.network_id = of_network AND m.person_id = NEW.recipient_id AND m.left_at IS NULL
    FOR SHARE OF m;
  IF NOT FOUND THEN RAISE EXCEPTION 'NotARecipient' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

-- Whoever leaves a network keeps no key to what others sealed to her there.
GRANT DELETE ON sealed_key TO lederkreds_gate;
DROP POLICY IF EXISTS gate_forgets ON sealed_key;
CREATE POLICY gate_forgets ON sealed_key FOR DELETE TO lederkreds_gate USING (true);
CREATE OR REPLACE FUNCTION app.forget_leaver() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM sealed_key k USING sealed_item i
  WHERE i.id = k.item_id AND i.network_id = NEW.network_id AND k.recipient_id = NEW.person_id
    AND k.owner_id <> NEW.person_id;
  RETURN NULL;
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('check_identity', 'check_sealed_item', 'check_sealed_key', 'check_wraps_remain', 'may_stay', 'forget_leaver')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
CREATE OR REPLACE TRIGGER forget_leaver AFTER UPDATE OF left_at ON membership
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.forget_leaver();
CREATE OR REPLACE TRIGGER identity_follows BEFORE INSERT ON identity FOR EACH ROW EXECUTE FUNCTION app.check_identity();
DROP TRIGGER IF EXISTS wraps_remain ON key_wrap;
CREATE CONSTRAINT TRIGGER wraps_remain AFTER DELETE ON key_wrap DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app.check_wraps_remain();
CREATE OR REPLACE TRIGGER item_is_sealed BEFORE INSERT OR UPDATE ON sealed_item FOR EACH ROW
  EXECUTE FUNCTION app.check_sealed_item();
CREATE OR REPLACE TRIGGER key_is_for_somebody_inside BEFORE INSERT OR UPDATE ON sealed_key FOR EACH ROW
  EXECUTE FUNCTION app.check_sealed_key();

-- The worker takes away what has reached its end, keys first, and sees nothing of what is not there yet.
GRANT SELECT (id, kind, expires_on), DELETE ON sealed_item TO lederkreds_worker;
GRANT SELECT (item_id), DELETE ON sealed_key TO lederkreds_worker;
GRANT SELECT, INSERT ON expiry_run TO lederkreds_worker;
DROP POLICY IF EXISTS worker_expires ON sealed_item;
CREATE POLICY worker_expires ON sealed_item FOR ALL TO lederkreds_worker
  USING (expires_on < (now() AT TIME ZONE 'Europe/Copenhagen')::date);
DROP POLICY IF EXISTS worker_expires ON sealed_key;
CREATE POLICY worker_expires ON sealed_key FOR ALL TO lederkreds_worker
  USING (item_id IN (SELECT id FROM sealed_item));
CREATE POLICY worker_writes ON expiry_run FOR ALL TO lederkreds_worker USING (true) WITH CHECK (true);

-- The door: everything that happens before there is a session. Each function is one whole step, called on a
-- connection of its own as lederkreds_door, which can do nothing else; the API's ordinary role cannot call them.

CREATE OR REPLACE FUNCTION app.open_session(person uuid, token bytea, device_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE opened uuid;
BEGIN
  INSERT INTO session (person_id, device, expires_at, stepped_up_at)
    VALUES (person, device_name, now() + interval '8 hours', now()) RETURNING id INTO opened;
  INSERT INTO session_token (session_id, token_hash) VALUES (opened, token);
  RETURN opened;
END $$;

-- Ends the session with this token: a browser that signs in again or out leaves none behind.
CREATE OR REPLACE FUNCTION app.end_session(token bytea) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE session SET ended_at = now()
  WHERE id = (SELECT session_id FROM session_token WHERE token_hash = token) AND ended_at IS NULL
$$;

-- In how many seconds another code may be asked for, 0 is at once: 5 codes an hour for an address, 10 for a browser.
-- Whoever asks for one address at the same time waits for the other.
CREATE OR REPLACE FUNCTION app.code_wait(address text, browser bytea) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE full_since timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('code:' || address, 0));
  SELECT greatest(
    (SELECT created_at FROM sign_in_code WHERE email = address ORDER BY created_at DESC OFFSET 4 LIMIT 1),
    (SELECT created_at FROM sign_in_code WHERE browser_hash = browser ORDER BY created_at DESC OFFSET 9 LIMIT 1))
    INTO full_since;
  RETURN greatest(0, coalesce(ceil(extract(epoch FROM full_since + interval '1 hour' - now())), 0));
END $$;
ALTER FUNCTION app.code_wait(text, bytea) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.code_wait(text, bytea) FROM PUBLIC;

-- Writes a code and its letter: the same rows and the same work for known and unknown addresses.
-- Answers 0, or in how many seconds to ask again.
CREATE OR REPLACE FUNCTION app.ask_code(address text, invitation_token bytea, browser bytea, code uuid, hash bytea,
  wanted_locale text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  invited invitation%ROWTYPE;
  known uuid;
  letter_id uuid;
  wait integer;
BEGIN
  IF invitation_token IS NOT NULL THEN
    SELECT * INTO invited FROM invitation
      WHERE token_hash = invitation_token AND revoked_at IS NULL AND expires_at > now() AND accepted_at IS NULL;
    address := coalesce(invited.email, '');
  END IF;
  wait := app.code_wait(address, browser);
  IF wait > 0 THEN RETURN wait; END IF;
  SELECT a.person_id INTO known FROM account a JOIN "position" p ON p.person_id = a.person_id
    WHERE a.email = address AND p.deactivated_at IS NULL;
  INSERT INTO sign_in_code (id, email, browser_hash, code_hash, person_id, invitation_id, locale, expires_at)
    VALUES (code, address, browser, hash, known, invited.id, wanted_locale::locale, now() + interval '10 minutes');
  INSERT INTO letter (kind, sign_in_code_id) VALUES ('signInCode', code) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
  RETURN 0;
END $$;

-- Tries a code. Outcomes: 'ok' with the person and her new session, 'wrong' with the guesses left, 'expired'.
-- A code given for an invitation proves the invited address and makes the person if she is new.
CREATE OR REPLACE FUNCTION app.redeem_code(code uuid, browser bytea, hash bytea, token bytea, device_name text)
RETURNS TABLE (outcome text, guesses_left integer, person uuid, opened uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked sign_in_code%ROWTYPE;
  invited invitation%ROWTYPE;
  owner_organisation uuid;
BEGIN
  SELECT * INTO asked FROM sign_in_code WHERE id = code AND browser_hash = browser FOR UPDATE;
  IF NOT FOUND OR asked.used_at IS NOT NULL OR asked.expires_at <= now() OR asked.guesses >= 5 THEN
    RETURN QUERY SELECT 'expired', 0, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  UPDATE sign_in_code SET guesses = guesses + 1 WHERE id = code;
  IF asked.code_hash IS DISTINCT FROM hash OR (asked.person_id IS NULL AND asked.invitation_id IS NULL) THEN
    RETURN QUERY SELECT 'wrong', 4 - asked.guesses, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  UPDATE sign_in_code SET used_at = now() WHERE id = code;
  SELECT a.person_id INTO person FROM account a JOIN "position" p ON p.person_id = a.person_id
    WHERE a.email = asked.email AND p.deactivated_at IS NULL;
  IF person IS NULL AND asked.invitation_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM account WHERE email = asked.email) THEN
    SELECT * INTO invited FROM invitation WHERE id = asked.invitation_id AND revoked_at IS NULL AND accepted_at IS NULL;
    SELECT organisation_id INTO owner_organisation FROM network WHERE id = invited.network_id;
    IF owner_organisation IS NOT NULL THEN
      INSERT INTO person AS p (organisation_id, name, title, workplace)
        VALUES (owner_organisation, coalesce(nullif(invited.name, ''), split_part(invited.email, '@', 1)),
          invited.title, invited.workplace)
        RETURNING p.id INTO person;
      INSERT INTO account (person_id, organisation_id, email, locale)
        VALUES (person, owner_organisation, invited.email, asked.locale);
      INSERT INTO "position" (person_id, organisation_id) VALUES (person, owner_organisation);
    END IF;
  END IF;
  IF person IS NULL THEN
    RETURN QUERY SELECT 'expired', 0, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  RETURN QUERY SELECT 'ok', 0, person, app.open_session(person, token, device_name);
END $$;

-- Tries a code that its owner asked for to prove a new address. Outcomes: 'ok', 'taken', 'wrong' with the guesses left,
-- 'expired'. It comes through the door so that the guess is counted whatever becomes of the operation.
CREATE OR REPLACE FUNCTION app.redeem_new_email(code uuid, browser bytea, hash bytea, owner uuid)
RETURNS TABLE (outcome text, guesses_left integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE asked sign_in_code%ROWTYPE;
BEGIN
  SELECT * INTO asked FROM sign_in_code
    WHERE id = code AND browser_hash = browser AND new_email_of_id = owner FOR UPDATE;
  IF NOT FOUND OR asked.used_at IS NOT NULL OR asked.expires_at <= now() OR asked.guesses >= 5 THEN
    RETURN QUERY SELECT 'expired', 0; RETURN;
  END IF;
  UPDATE sign_in_code SET guesses = guesses + 1 WHERE id = code;
  IF asked.code_hash IS DISTINCT FROM hash THEN
    RETURN QUERY SELECT 'wrong', 4 - asked.guesses; RETURN;
  END IF;
  UPDATE sign_in_code SET used_at = now() WHERE id = code;
  outcome := app.move_account(owner, asked.email);
  guesses_left := 0;
  IF outcome = 'ok' THEN UPDATE person SET version = version + 1 WHERE id = owner; END IF;
  RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION app.keep_challenge(browser bytea, value text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO passkey_challenge (browser_hash, challenge, expires_at) VALUES (browser, value, now() + interval '5 minutes')
$$;

-- Takes a challenge away, so that it is used once. Answers whether it was this browser's and still fresh.
CREATE OR REPLACE FUNCTION app.take_challenge(browser bytea, value text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH taken AS (
    DELETE FROM passkey_challenge WHERE browser_hash = browser AND challenge = value RETURNING expires_at)
  SELECT EXISTS (SELECT FROM taken WHERE expires_at > now())
$$;

CREATE OR REPLACE FUNCTION app.find_passkey(credential text)
RETURNS TABLE (passkey uuid, person uuid, key bytea, uses bigint, ways text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id, k.person_id, k.public_key, k.counter, k.transports
  FROM passkey k JOIN "position" p ON p.person_id = k.person_id
  WHERE k.credential_id = credential AND p.deactivated_at IS NULL
$$;

CREATE OR REPLACE FUNCTION app.open_session_with_passkey(used_passkey uuid, uses bigint, token bytea, device_name text)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE owner uuid;
BEGIN
  UPDATE passkey SET counter = uses, last_used_at = now()
    WHERE id = used_passkey AND (counter = 0 AND uses = 0 OR uses > counter) RETURNING person_id INTO owner;
  IF owner IS NULL THEN RETURN NULL; END IF;
  RETURN app.open_session(owner, token, device_name);
END $$;

-- Of these sessions' tokens, those that still live.
CREATE OR REPLACE FUNCTION app.live_tokens(tokens bytea[]) RETURNS TABLE (token bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.token_hash FROM session_token t
  JOIN session s ON s.id = t.session_id JOIN "position" p ON p.person_id = s.person_id
  WHERE t.token_hash = ANY (tokens) AND s.ended_at IS NULL AND s.expires_at > now()
    AND s.last_used_at > now() - interval '30 minutes' AND p.deactivated_at IS NULL
$$;

-- What a link's holder may know before she says yes: who invites, to what, and whether the link still works.
CREATE OR REPLACE FUNCTION app.look_at_invitation(token bytea) RETURNS TABLE (
  invitation uuid, network_name text, purpose text, organisation_name text, inviter text, invited_name text,
  invited_title text, invited_workplace text, invited_email text, wanted_locale text,
  expires timestamptz, revoked timestamptz, accepted timestamptz, has_account boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id, n.name, n.purpose, o.name, p.name, i.name, i.title, i.workplace, i.email, i.locale::text,
    i.expires_at, i.revoked_at, i.accepted_at, EXISTS (SELECT FROM account a WHERE a.email = i.email)
  FROM invitation i
  JOIN network n ON n.id = i.network_id
  JOIN organisation o ON o.id = n.organisation_id
  JOIN person p ON p.id = i.invited_by_id
  WHERE i.token_hash = token
$$;

-- Replaces the one-time set-up link. Answers false when there is an organisation already.
CREATE OR REPLACE FUNCTION app.offer_set_up(token bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM organisation) THEN RETURN false; END IF;
  DELETE FROM set_up_link;
  INSERT INTO set_up_link (token_hash) VALUES (token);
  RETURN true;
END $$;

-- Creates the organisation and its first administrator. Answers her session, or null when the link does not work.
CREATE OR REPLACE FUNCTION app.set_up(link bytea, organisation_name text, person_name text, address text,
  wanted_locale text, token bytea, device_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  made uuid;
  first uuid;
BEGIN
  UPDATE set_up_link SET used_at = now() WHERE token_hash = link AND used_at IS NULL;
  IF NOT FOUND OR EXISTS (SELECT FROM organisation) THEN RETURN NULL; END IF;
  INSERT INTO organisation (name) VALUES (organisation_name) RETURNING id INTO made;
  INSERT INTO person (organisation_id, name) VALUES (made, person_name) RETURNING id INTO first;
  INSERT INTO account (person_id, organisation_id, email, locale) VALUES (first, made, address, wanted_locale::locale);
  INSERT INTO "position" (person_id, organisation_id) VALUES (first, made);
  INSERT INTO person_role (person_id, organisation_id, role) VALUES (first, made, 'admin');
  RETURN app.open_session(first, token, device_name);
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('open_session', 'ask_code', 'redeem_code', 'redeem_new_email', 'keep_challenge', 'take_challenge', 'find_passkey',
        'open_session_with_passkey', 'end_session', 'look_at_invitation', 'offer_set_up', 'set_up', 'live_tokens')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lederkreds_door', signature);
  END LOOP;
  REVOKE EXECUTE ON FUNCTION app.open_session(uuid, bytea, text) FROM lederkreds_door;
END $$;
