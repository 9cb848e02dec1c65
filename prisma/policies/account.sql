-- People, sign-in, sessions, settings, letters.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'account', 'position', 'person_role', 'session', 'session_token',
    'passkey', 'passkey_challenge', 'sign_in_code', 'set_up_link', 'mutation_reply', 'letter'] LOOP
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
  USING (organisation_id = (SELECT app.administered_organisation()));

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
CREATE POLICY changed ON session FOR UPDATE TO lederkreds_api USING (person_id = (SELECT app.viewer()));

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
  WITH CHECK (kind <> 'signInCode' AND network_id = ANY ((SELECT app.viewer_networks())::uuid[]));

-- Adds a background job in the caller's transaction. It belongs to the worker, who owns the queue.
CREATE OR REPLACE FUNCTION app.enqueue(task text, payload json, key text DEFAULT NULL, due timestamptz DEFAULT now())
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => due, job_key => key, max_attempts => 25);
END $$;
ALTER FUNCTION app.enqueue(text, json, text, timestamptz) OWNER TO lederkreds_worker;
REVOKE ALL ON FUNCTION app.enqueue(text, json, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue(text, json, text, timestamptz) TO lederkreds_api, lederkreds_gate;

-- Keeps the caller's session awake.
CREATE OR REPLACE FUNCTION app.touch_session() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE session SET last_used_at = now() WHERE id = app.viewer_session()
$$;
ALTER FUNCTION app.touch_session() OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.touch_session() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.touch_session() TO lederkreds_api;

-- The door: everything that happens before there is a session. Each function is one whole step, called on a
-- connection of its own as lederkreds_door, which can do nothing else; the API's ordinary role cannot call them.

CREATE OR REPLACE FUNCTION app.open_session(person uuid, token bytea, device_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE opened uuid;
BEGIN
  INSERT INTO session (person_id, device, expires_at, stepped_up_at)
    VALUES (person, device_name, now() + interval '8 hours', now()) RETURNING id INTO opened;
  INSERT INTO session_token (session_id, token_hash) VALUES (opened, token);
  RETURN opened;
END $$;

-- Writes a code and its letter: the same rows and the same work for known and unknown addresses.
-- Answers 'sent', or 'tooMany' beyond 5 codes an hour for an address or 10 for a browser.
CREATE OR REPLACE FUNCTION app.ask_code(address text, invitation_token bytea, browser bytea, code uuid, hash bytea,
  wanted_locale text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  invited invitation%ROWTYPE;
  known uuid;
  letter_id uuid;
BEGIN
  IF invitation_token IS NOT NULL THEN
    SELECT * INTO invited FROM invitation
      WHERE token_hash = invitation_token AND revoked_at IS NULL AND expires_at > now() AND accepted_at IS NULL;
    address := coalesce(invited.email, '');
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('code:' || address, 0));
  IF (SELECT count(*) FROM sign_in_code WHERE email = address AND created_at > now() - interval '1 hour') >= 5
    OR (SELECT count(*) FROM sign_in_code WHERE browser_hash = browser AND created_at > now() - interval '1 hour') >= 10
  THEN RETURN 'tooMany'; END IF;
  SELECT a.person_id INTO known FROM account a JOIN "position" p ON p.person_id = a.person_id
    WHERE a.email = address AND p.deactivated_at IS NULL;
  INSERT INTO sign_in_code (id, email, browser_hash, code_hash, person_id, invitation_id, locale, expires_at)
    VALUES (code, address, browser, hash, known, invited.id, wanted_locale::locale, now() + interval '10 minutes');
  INSERT INTO letter (kind, sign_in_code_id) VALUES ('signInCode', code) RETURNING id INTO letter_id;
  PERFORM app.enqueue('sendLetter', json_build_object('letterId', letter_id), 'letter:' || letter_id);
  RETURN 'sent';
END $$;

-- Tries a code. Outcomes: 'ok' with the person and her new session, 'wrong' with the guesses left, 'expired'.
-- A code given for an invitation proves the invited address and makes the person if she is new.
CREATE OR REPLACE FUNCTION app.redeem_code(code uuid, browser bytea, hash bytea, token bytea, device_name text)
RETURNS TABLE (outcome text, guesses_left integer, person uuid, opened uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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

CREATE OR REPLACE FUNCTION app.keep_challenge(browser bytea, value text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO passkey_challenge (browser_hash, challenge, expires_at) VALUES (browser, value, now() + interval '5 minutes')
$$;

-- Takes a browser's newest challenge away, so that it is used once.
CREATE OR REPLACE FUNCTION app.take_challenge(browser bytea) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE taken text;
BEGIN
  SELECT challenge INTO taken FROM passkey_challenge
    WHERE browser_hash = browser AND expires_at > now() ORDER BY created_at DESC LIMIT 1;
  DELETE FROM passkey_challenge WHERE browser_hash = browser;
  RETURN taken;
END $$;

CREATE OR REPLACE FUNCTION app.find_passkey(credential text)
RETURNS TABLE (passkey uuid, person uuid, key bytea, uses bigint, ways text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT k.id, k.person_id, k.public_key, k.counter, k.transports
  FROM passkey k JOIN "position" p ON p.person_id = k.person_id
  WHERE k.credential_id = credential AND p.deactivated_at IS NULL
$$;

CREATE OR REPLACE FUNCTION app.open_session_with_passkey(used_passkey uuid, uses bigint, token bytea, device_name text)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE owner uuid;
BEGIN
  UPDATE passkey SET counter = uses, last_used_at = now()
    WHERE id = used_passkey AND (counter = 0 AND uses = 0 OR uses > counter) RETURNING person_id INTO owner;
  IF owner IS NULL THEN RETURN NULL; END IF;
  RETURN app.open_session(owner, token, device_name);
END $$;

-- Of these sessions' tokens, those that still live.
CREATE OR REPLACE FUNCTION app.live_tokens(tokens bytea[]) RETURNS TABLE (token bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM organisation) THEN RETURN false; END IF;
  DELETE FROM set_up_link;
  INSERT INTO set_up_link (token_hash) VALUES (token);
  RETURN true;
END $$;

-- Creates the organisation and its first administrator. Answers her session, or null when the link does not work.
CREATE OR REPLACE FUNCTION app.set_up(link bytea, organisation_name text, person_name text, address text,
  wanted_locale text, token bytea, device_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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

-- Makes the caller a member of the network that invited her address. Answers 'joined', or why not.
CREATE OR REPLACE FUNCTION app.join_network(token bytea) RETURNS TABLE (outcome text, joined uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  invited invitation%ROWTYPE;
  me uuid := app.viewer();
BEGIN
  SELECT * INTO invited FROM invitation WHERE token_hash = token FOR UPDATE;
  IF me IS NULL OR NOT FOUND THEN RETURN QUERY SELECT 'unknown', NULL::uuid; RETURN; END IF;
  IF NOT EXISTS (SELECT FROM account WHERE person_id = me AND email = invited.email) THEN
    RETURN QUERY SELECT 'forSomeoneElse', NULL::uuid; RETURN;
  END IF;
  IF invited.accepted_at IS NOT NULL THEN RETURN QUERY SELECT 'used', invited.network_id; RETURN; END IF;
  IF invited.revoked_at IS NOT NULL THEN RETURN QUERY SELECT 'revoked', NULL::uuid; RETURN; END IF;
  IF invited.expires_at <= now() THEN RETURN QUERY SELECT 'expired', NULL::uuid; RETURN; END IF;
  UPDATE invitation SET accepted_at = now(), accepted_by_id = me WHERE id = invited.id;
  INSERT INTO membership (network_id, person_id) VALUES (invited.network_id, me)
    ON CONFLICT (network_id, person_id) DO UPDATE SET left_at = NULL, joined_at = now();
  UPDATE network SET state = 'active' WHERE id = invited.network_id AND state = 'inviting';
  PERFORM app.append_event(invited.network_id, 'memberJoined', me);
  RETURN QUERY SELECT 'joined', invited.network_id;
END $$;

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
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace
      AND p.proname IN ('open_session', 'ask_code', 'redeem_code', 'keep_challenge', 'take_challenge', 'find_passkey',
        'open_session_with_passkey', 'look_at_invitation', 'offer_set_up', 'set_up', 'live_tokens', 'join_network')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lederkreds_gate', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lederkreds_door', signature);
  END LOOP;
  REVOKE EXECUTE ON FUNCTION app.open_session(uuid, bytea, text) FROM lederkreds_door;
  REVOKE EXECUTE ON FUNCTION app.join_network(bytea) FROM lederkreds_door;
  GRANT EXECUTE ON FUNCTION app.join_network(bytea) TO lederkreds_api;
END $$;
