-- policies/account.sql
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
-- gave to others is theirs.
CREATE OR REPLACE FUNCTION app.erase_feedback() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM event_counter WHERE network_id IN (SELECT c.network_id FROM feedback_cycle c
    WHERE c.receiver_id = app.viewer() AND c.state = 'open') ORDER BY network_id FOR UPDATE;
  PERFORM app.end_feedback(held.id, 'cancelled') FROM (SELECT id FROM feedback_cycle
    WHERE receiver_id = app.viewer() AND state = 'open' ORDER BY id FOR UPDATE) held;
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

-- policies/networks.sql
-- Networks, members, ground rules, invitations, events.

-- One convenor at a time. Looked at when a statement ends, so that one statement can pass the role on.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'membership_one_convenor') THEN
    ALTER TABLE membership ADD CONSTRAINT membership_one_convenor
      EXCLUDE USING btree (network_id WITH =) WHERE (is_convenor AND left_at IS NULL) DEFERRABLE;
  END IF;
END $$;

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
    OR (state = 'draft' AND created_by_id = (SELECT app.viewer()) AND (SELECT app.viewer_has('consultant'))));
CREATE POLICY made ON network FOR INSERT TO lederkreds_api
  WITH CHECK (state = 'draft' AND created_by_id = (SELECT app.viewer())
    AND organisation_id = (SELECT app.viewer_organisation()) AND (SELECT app.viewer_has('consultant')));
CREATE POLICY changed ON network FOR UPDATE TO lederkreds_api
  USING (id = ANY ((SELECT app.keeper_networks())::uuid[]))
  WITH CHECK (id = ANY ((SELECT app.keeper_networks())::uuid[]));
CREATE POLICY removed ON network FOR DELETE TO lederkreds_api
  USING (state = 'draft' AND created_by_id = (SELECT app.viewer()) AND (SELECT app.viewer_has('consultant')));

GRANT SELECT, INSERT, UPDATE ON network_consultant TO lederkreds_api;
-- Whoever has lost the role is no consultant of anything; the agreement stands in case she gets it back.
CREATE POLICY seen ON network_consultant FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[])
    AND person_id = ANY ((SELECT app.acting_consultants())::uuid[]));
-- Whether somebody is a consultant of the organisation that owns a network.
CREATE OR REPLACE FUNCTION app.may_facilitate(person uuid, network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM person_role r
    JOIN network n ON n.organisation_id = r.organisation_id
    JOIN "position" p ON p.person_id = r.person_id
    WHERE r.person_id = may_facilitate.person AND r.role = 'consultant' AND n.id = may_facilitate.network AND p.deactivated_at IS NULL)
$$;
ALTER FUNCTION app.may_facilitate(uuid, uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.may_facilitate(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_facilitate(uuid, uuid) TO lederkreds_api;

-- The creator of a draft becomes its consultant; a consultant may bring in a colleague.
CREATE POLICY made ON network_consultant FOR INSERT TO lederkreds_api
  WITH CHECK ((network_id = ANY ((SELECT app.consultant_networks())::uuid[]) AND app.may_facilitate(person_id, network_id))
    OR (person_id = (SELECT app.viewer())
      AND EXISTS (SELECT FROM network n
        WHERE n.id = network_id AND n.state = 'draft' AND n.created_by_id = (SELECT app.viewer()))));
CREATE POLICY changed ON network_consultant FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.keeper_networks())::uuid[]));

-- Memberships begin only by accepting an invitation (app.join_network); they change here.
GRANT SELECT ON membership TO lederkreds_api;
GRANT UPDATE (is_convenor, left_at) ON membership TO lederkreds_api;
CREATE POLICY seen ON membership FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[]) OR person_id = (SELECT app.viewer()));
-- Anybody may leave; everything else is for those who keep the network.
CREATE POLICY changed ON membership FOR UPDATE TO lederkreds_api
  USING (person_id = (SELECT app.viewer()) OR network_id = ANY ((SELECT app.keeper_networks())::uuid[]))
  WITH CHECK (network_id = ANY ((SELECT app.keeper_networks())::uuid[])
    OR (person_id = (SELECT app.viewer()) AND left_at IS NOT NULL));

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
  WITH CHECK (person_id = (SELECT app.viewer()) AND network_id = ANY ((SELECT app.member_networks())::uuid[])
    AND (version = app.rules_in_force(network_id)
      OR version IN (SELECT g.version FROM ground_rules g
        WHERE g.network_id = ground_rules_acceptance.network_id AND g.created_by_id = (SELECT app.viewer()))));

GRANT SELECT, INSERT, UPDATE ON invitation TO lederkreds_api;
CREATE POLICY seen ON invitation FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.consultant_networks())::uuid[]));
CREATE POLICY made ON invitation FOR INSERT TO lederkreds_api
  WITH CHECK (network_id = ANY ((SELECT app.consultant_networks())::uuid[]) AND invited_by_id = (SELECT app.viewer()));
CREATE POLICY changed ON invitation FOR UPDATE TO lederkreds_api
  USING (network_id = ANY ((SELECT app.consultant_networks())::uuid[]));

-- Turns, ties and feedback concern those who are in the network alone: its consultant is not told that something happened.
GRANT SELECT ON event TO lederkreds_api;
CREATE POLICY seen ON event FOR SELECT TO lederkreds_api
  USING (network_id = ANY ((SELECT app.viewer_networks())::uuid[])
    AND (kind NOT IN ('turnsChanged', 'tiesChanged', 'stepPlanned', 'feedbackCancelled', 'feedbackReleased')
      OR network_id = ANY ((SELECT app.joined_networks())::uuid[])));

GRANT SELECT, INSERT, UPDATE ON event_counter TO lederkreds_gate;
GRANT INSERT ON event TO lederkreds_gate;
CREATE POLICY seen ON event_counter FOR SELECT TO lederkreds_gate USING (true);
CREATE POLICY made ON event_counter FOR INSERT TO lederkreds_gate WITH CHECK (true);
CREATE POLICY changed ON event_counter FOR UPDATE TO lederkreds_gate USING (true);
CREATE POLICY made ON event FOR INSERT TO lederkreds_gate WITH CHECK (true);

-- Appends an event to a network's log in the writer's transaction and returns its number.
-- The counter's row lock makes numbers without holes, in the order of commit; NOTIFY only wakes.
CREATE OR REPLACE FUNCTION app.write_event(network uuid, what text, subject uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE number integer;
BEGIN
  INSERT INTO event_counter (network_id, seq) VALUES (network, 1)
    ON CONFLICT (network_id) DO UPDATE SET seq = event_counter.seq + 1 RETURNING seq INTO number;
  INSERT INTO event (network_id, seq, kind, subject_id) VALUES (network, number, what, subject);
  PERFORM pg_notify('network_event', network::text);
  RETURN number;
END $$;
ALTER FUNCTION app.write_event(uuid, text, uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.write_event(uuid, text, uuid) FROM PUBLIC;

-- The same for those who are in the network.
CREATE OR REPLACE FUNCTION app.append_event(network uuid, what text, subject uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF network <> ALL (app.viewer_networks() || app.member_networks()) THEN
    RAISE EXCEPTION 'not in this network' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN app.write_event(network, what, subject);
END $$;
ALTER FUNCTION app.append_event(uuid, text, uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.append_event(uuid, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.append_event(uuid, text, uuid) TO lederkreds_api;

-- Whoever gets or loses the role of consultant comes into or out of her networks with it: their members' screens follow.
CREATE OR REPLACE FUNCTION app.follow_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
  PERFORM app.write_event(facilitated.network_id, 'consultantsChanged', one)
  FROM (SELECT network_id FROM network_consultant
    WHERE person_id = one AND access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date
    ORDER BY network_id) facilitated;
  RETURN NULL;
END $$;
ALTER FUNCTION app.follow_role() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.follow_role() FROM PUBLIC;
CREATE OR REPLACE TRIGGER role_given AFTER INSERT ON person_role FOR EACH ROW
  WHEN (NEW.role = 'consultant') EXECUTE FUNCTION app.follow_role();
CREATE OR REPLACE TRIGGER role_taken AFTER DELETE ON person_role FOR EACH ROW
  WHEN (OLD.role = 'consultant') EXECUTE FUNCTION app.follow_role();

-- Makes the caller a member of the network that invited her address. Answers 'joined', or why not. The last wall of the
-- hard rules: nobody joins their own manager or report, and no network grows beyond twenty.
CREATE OR REPLACE FUNCTION app.join_network(token bytea) RETURNS TABLE (outcome text, joined uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  invited invitation%ROWTYPE;
  me uuid := app.viewer();
  stands text;
BEGIN
  SELECT * INTO invited FROM invitation WHERE token_hash = token FOR UPDATE;
  IF me IS NULL OR NOT FOUND THEN RETURN QUERY SELECT 'unknown', NULL::uuid; RETURN; END IF;
  IF NOT EXISTS (SELECT FROM account WHERE person_id = me AND email = invited.email) THEN
    RETURN QUERY SELECT 'forSomeoneElse', NULL::uuid; RETURN;
  END IF;
  IF invited.accepted_at IS NOT NULL THEN
    IF invited.accepted_by_id = me AND invited.network_id = ANY (app.member_networks()) THEN
      RETURN QUERY SELECT 'joined', invited.network_id; RETURN;
    END IF;
    RETURN QUERY SELECT 'used', NULL::uuid; RETURN;
  END IF;
  IF invited.revoked_at IS NOT NULL THEN RETURN QUERY SELECT 'revoked', NULL::uuid; RETURN; END IF;
  IF invited.expires_at <= now() THEN RETURN QUERY SELECT 'expired', NULL::uuid; RETURN; END IF;
  -- Those who join one network at the same time do so one after another.
  SELECT state::text INTO stands FROM network WHERE id = invited.network_id FOR UPDATE;
  IF stands NOT IN ('inviting', 'active') THEN RETURN QUERY SELECT 'closed', NULL::uuid; RETURN; END IF;
  IF EXISTS (SELECT FROM membership m JOIN "position" p ON p.person_id IN (m.person_id, me)
    WHERE m.network_id = invited.network_id AND m.left_at IS NULL
      AND ((p.person_id = m.person_id AND p.manager_id = me) OR (p.person_id = me AND p.manager_id = m.person_id)))
  THEN RETURN QUERY SELECT 'reportingLine', NULL::uuid; RETURN; END IF;
  IF (SELECT count(*) FROM membership WHERE network_id = invited.network_id AND left_at IS NULL) >= 20
  THEN RETURN QUERY SELECT 'full', NULL::uuid; RETURN; END IF;
  UPDATE invitation SET accepted_at = now(), accepted_by_id = me WHERE id = invited.id;
  INSERT INTO membership (network_id, person_id) VALUES (invited.network_id, me)
    ON CONFLICT (network_id, person_id) DO UPDATE SET left_at = NULL, joined_at = now();
  UPDATE network SET state = 'active' WHERE id = invited.network_id AND state = 'inviting';
  PERFORM app.append_event(invited.network_id, 'memberJoined', me);
  RETURN QUERY SELECT 'joined', invited.network_id;
END $$;

-- The ground rules that wait for the caller's yes: all that a member sees of a network before she has given it.
CREATE OR REPLACE FUNCTION app.pending_ground_rules() RETURNS TABLE (
  network_id uuid, network_name text, invited_by text, version integer, rules text, accepted_rules text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT n.id, n.name,
    (SELECT p.name FROM person p WHERE p.id = coalesce(
      (SELECT i.invited_by_id FROM invitation i WHERE i.network_id = n.id AND i.accepted_by_id = m.person_id LIMIT 1),
      n.created_by_id)),
    g.version, g.text,
    (SELECT old.text FROM ground_rules_acceptance a
      JOIN ground_rules old ON old.network_id = a.network_id AND old.version = a.version
      WHERE a.network_id = n.id AND a.person_id = m.person_id ORDER BY a.version DESC LIMIT 1)
  FROM membership m
  JOIN network n ON n.id = m.network_id
  JOIN ground_rules g ON g.network_id = n.id AND g.version = n.ground_rules_version
  WHERE m.person_id = app.viewer() AND m.left_at IS NULL AND n.state IN ('inviting', 'active')
    AND NOT EXISTS (SELECT FROM ground_rules_acceptance a
      WHERE a.network_id = n.id AND a.person_id = m.person_id AND a.version = n.ground_rules_version)
  ORDER BY m.joined_at
$$;

GRANT SELECT ON ground_rules TO lederkreds_gate;
DROP POLICY IF EXISTS gate_reads ON ground_rules;
CREATE POLICY gate_reads ON ground_rules FOR SELECT TO lederkreds_gate USING (true);
GRANT UPDATE (accepted_at, accepted_by_id) ON invitation TO lederkreds_gate;
GRANT INSERT, UPDATE ON membership TO lederkreds_gate;
GRANT UPDATE (state) ON network TO lederkreds_gate;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitation', 'membership', 'network'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS door ON public.%I', name);
    EXECUTE format('CREATE POLICY door ON public.%I FOR ALL TO lederkreds_gate USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['app.join_network(bytea)', 'app.pending_ground_rules()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lederkreds_api', name);
  END LOOP;
END $$;

-- Policies see rows, not columns. The convenor keeps the ground rules and the methods; what a network is for, and who is
-- taken out of it, is the consultant's. A network that has decided to end is closed by the convenor too. Who leaves, leaves
-- by herself.
CREATE OR REPLACE FUNCTION app.check_network() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF ((NEW.name, NEW.purpose, NEW.ends_on, NEW.draft) IS DISTINCT FROM (OLD.name, OLD.purpose, OLD.ends_on, OLD.draft)
      OR NEW.state <> OLD.state AND NOT (NEW.state = 'closed' AND app.may_end(NEW.id)))
    AND NEW.id <> ALL (app.consultant_networks())
  THEN RAISE EXCEPTION 'a network is configured by its consultant' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF NEW.closed_on IS DISTINCT FROM OLD.closed_on
  THEN RAISE EXCEPTION 'the day is the one on which it closes' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_network BEFORE UPDATE ON network
  FOR EACH ROW WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_network();

CREATE OR REPLACE FUNCTION app.check_membership() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.left_at IS DISTINCT FROM OLD.left_at AND NEW.person_id IS DISTINCT FROM app.viewer()
    AND NEW.network_id <> ALL (app.consultant_networks())
  THEN RAISE EXCEPTION 'members leave by themselves' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_membership BEFORE UPDATE ON membership
  FOR EACH ROW WHEN (current_user = 'lederkreds_api') EXECUTE FUNCTION app.check_membership();

-- The day on which a network closes is written by nobody: what is kept after it counts from there.
CREATE OR REPLACE FUNCTION app.note_closing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.closed_on := (now() AT TIME ZONE 'Europe/Copenhagen')::date;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER note_closing BEFORE UPDATE OF state ON network
  FOR EACH ROW WHEN (OLD.state <> 'closed' AND NEW.state = 'closed') EXECUTE FUNCTION app.note_closing();

-- Sixty days after a network has closed the worker takes away what its members sealed for each other.
GRANT SELECT (network_id) ON sealed_item TO lederkreds_worker;
DROP POLICY IF EXISTS worker_forgets_closed ON sealed_item;
CREATE POLICY worker_forgets_closed ON sealed_item FOR ALL TO lederkreds_worker
  USING (network_id IN (SELECT n.id FROM network n
    WHERE n.state = 'closed' AND n.closed_on + 60 < (now() AT TIME ZONE 'Europe/Copenhagen')::date));
