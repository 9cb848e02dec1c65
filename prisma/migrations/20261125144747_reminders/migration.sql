-- AlterEnum
ALTER TYPE "letter_kind" ADD VALUE 'reminder';

-- CreateTable
CREATE TABLE "reminder" (
    "person_id" UUID NOT NULL,
    "hour" SMALLINT NOT NULL,
    "weekends" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- policies/journal.sql
-- Reminders: her own row and nobody else's. Nothing in it says what is written, or whether.

ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder FORCE ROW LEVEL SECURITY;
ALTER TABLE reminder DROP CONSTRAINT IF EXISTS reminder_hour_of_a_day;
ALTER TABLE reminder ADD CONSTRAINT reminder_hour_of_a_day CHECK (hour BETWEEN 0 AND 23);

GRANT SELECT, DELETE ON reminder TO lederkreds_api;
GRANT INSERT (person_id, hour, weekends, version, changed_at), UPDATE (hour, weekends, version, changed_at)
  ON reminder TO lederkreds_api;
DROP POLICY IF EXISTS own ON reminder;
CREATE POLICY own ON reminder FOR ALL TO lederkreds_api
  USING (person_id = (SELECT app.viewer())) WITH CHECK (person_id = (SELECT app.viewer()));

-- The worker reads when, notes the day, and writes the letter. It takes letters away again that have done their work:
-- who was reminded when is nobody's business the day after.
GRANT SELECT, UPDATE (told_on) ON reminder TO lederkreds_worker;
DROP POLICY IF EXISTS worker_reads ON reminder;
CREATE POLICY worker_reads ON reminder FOR SELECT TO lederkreds_worker USING (true);
DROP POLICY IF EXISTS worker_notes ON reminder;
CREATE POLICY worker_notes ON reminder FOR UPDATE TO lederkreds_worker USING (true);
GRANT INSERT (kind, person_id), DELETE ON letter TO lederkreds_worker;
DROP POLICY IF EXISTS worker_reminds ON letter;
CREATE POLICY worker_reminds ON letter FOR INSERT TO lederkreds_worker WITH CHECK (kind::text = 'reminder');
DROP POLICY IF EXISTS worker_forgets ON letter;
CREATE POLICY worker_forgets ON letter FOR DELETE TO lederkreds_worker USING (kind::text = 'reminder');
GRANT SELECT (person_id, deactivated_at) ON "position" TO lederkreds_worker;
DROP POLICY IF EXISTS worker_sees_leaving ON "position";
CREATE POLICY worker_sees_leaving ON "position" FOR SELECT TO lederkreds_worker USING (true);

-- Ends somebody's reminder, without a session: the API has checked the link that only her mail holds.
GRANT SELECT (person_id), DELETE ON reminder TO lederkreds_gate;
DROP POLICY IF EXISTS door ON reminder;
CREATE POLICY door ON reminder FOR ALL TO lederkreds_gate USING (true);
CREATE OR REPLACE FUNCTION app.stop_reminder(person uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM reminder WHERE person_id = person
$$;
ALTER FUNCTION app.stop_reminder(uuid) OWNER TO lederkreds_gate;
REVOKE ALL ON FUNCTION app.stop_reminder(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.stop_reminder(uuid) TO lederkreds_door;
