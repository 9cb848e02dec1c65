import { type Asker, Database, type Db, RollBack } from '@lederkreds/api/db'
import pg from 'pg'

/**
 * A database on which what is accepted is taken back, so that the next try finds things as they were; the answer then
 * carries, as an extension, the rows that it had written. What is refused goes the real way: whether anything of it stays
 * is the API's own doing.
 */
export class Trial extends Database {
  readonly #isRefusal: (answer: string) => boolean

  constructor(url: string, isRefusal: (answer: string) => boolean) {
    super(url)
    this.#isRefusal = isRefusal
  }

  override operation<T>(
    session: string | null,
    readOnly: boolean,
    work: (db: Db, asker: Asker) => Promise<T>,
  ): Promise<T> {
    return super.operation(session, readOnly, async (db, asker) => {
      const answer = await work(db, asker)
      if (typeof answer !== 'string' || this.#isRefusal(answer)) return answer
      const [row] = await db.$queryRaw<{ rows: object[] }[]>`SELECT trial.written() AS rows`
      throw new RollBack(JSON.stringify({ ...JSON.parse(answer), extensions: { written: row?.rows } }))
    })
  }
}

/** Lets the API's role read what its transaction wrote, and answers a print of everything that the database holds. */
export async function prepareTrial(ownerUrl: string) {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  await owner.query(functions)
  return {
    fingerprint: async () =>
      (await owner.query<{ print: string }>('SELECT trial.fingerprint() AS print')).rows[0]?.print ?? '',
    close: () => owner.end(),
  }
}

const eachTable = `FOR name IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
  WHERE schemaname = 'public' OR (schemaname = 'graphile_worker' AND tablename = '_private_jobs') ORDER BY 1 LOOP`

const functions = `
  CREATE SCHEMA trial;
  GRANT USAGE ON SCHEMA trial TO lederkreds_api;
  CREATE FUNCTION trial.written() RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
  DECLARE name text; part jsonb; found jsonb := '[]';
  BEGIN
    IF pg_current_xact_id_if_assigned() IS NULL THEN RETURN found; END IF;
    ${eachTable}
      EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(r)), ''[]'') FROM %s r WHERE r.xmin = pg_current_xact_id_if_assigned()::xid',
        name) INTO part;
      found := found || part;
    END LOOP;
    RETURN found;
  END $$;
  CREATE FUNCTION trial.fingerprint() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
  DECLARE name text; part text; found text := '';
  BEGIN
    ${eachTable}
      EXECUTE format('SELECT coalesce(md5(string_agg(md5(r::text), '''' ORDER BY md5(r::text))), '''') FROM %s r', name) INTO part;
      found := found || name || ' ' || part || E'\\n';
    END LOOP;
    RETURN found;
  END $$;`
