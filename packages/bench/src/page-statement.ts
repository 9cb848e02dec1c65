/** The stored operation of the web's network page; its variables hold the network's id. */
export const operationName = 'NetworkPage'

/** A row's columns as they travel: ids that name their type, instants in UTC. */
const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const id = (type: string, column: string) => `'${type}_' || ${column}`
const list = (json: string, order: string) => `coalesce(json_agg(${json} ORDER BY ${order}), '[]')`

const person = (more: string) =>
  `json_build_object('__typename', 'Person', 'id', ${id('Person', 'p.id')}, 'name', p.name${more})`
const personAtWork = person(`, 'title', p.title, 'workplace', p.workplace`)

const members = `
  SELECT ${list(
    `json_build_object('__typename', 'Membership', 'id', ${id('Membership', 'm.id')}, 'isConvenor', m.is_convenor,
      'isViewer', m.person_id = me.id, 'joinedAt', ${instant('m.joined_at')}, 'person', ${personAtWork},
      'hasAccepted', EXISTS (SELECT FROM ground_rules_acceptance a
        WHERE a.network_id = n.id AND a.version = n.ground_rules_version AND a.person_id = m.person_id))`,
    'p.name, m.id',
  )}
  FROM membership m JOIN person p ON p.id = m.person_id WHERE m.network_id = n.id AND m.left_at IS NULL`

const formerMembers = `
  SELECT ${list(
    `json_build_object('__typename', 'Membership', 'id', ${id('Membership', 'm.id')},
      'joinedAt', ${instant('m.joined_at')}, 'leftAt', ${instant('m.left_at')}, 'person', ${person('')})`,
    'p.name, m.id',
  )}
  FROM membership m JOIN person p ON p.id = m.person_id WHERE m.network_id = n.id AND m.left_at IS NOT NULL`

const consultants = `
  SELECT ${list(
    `json_build_object('__typename', 'NetworkConsultant', 'accessUntil', c.access_until,
      'isViewer', c.person_id = me.id, 'person', ${personAtWork})`,
    'c.access_until',
  )}
  FROM network_consultant c JOIN person p ON p.id = c.person_id
  WHERE c.network_id = n.id AND c.access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date`

const rules = `json_build_object('__typename', 'GroundRules', 'id', g.id, 'version', g.version, 'createdAt', ${instant('g.created_at')})`

const attendances = `
  SELECT ${list(
    `json_build_object('__typename', 'Attendance', 'id', 'Attendance_' || a.meeting_id || '_' || a.person_id,
      'rsvp', a.rsvp, 'isViewer', a.person_id = me.id, 'person', ${person('')})`,
    'p.name',
  )}
  FROM attendance a JOIN person p ON p.id = a.person_id WHERE a.meeting_id = t.id`

const nextMeeting = `
  SELECT json_build_object('__typename', 'Meeting', 'id', ${id('Meeting', 't.id')}, 'place', t.place, 'link', t.link,
    'startsAt', ${instant('t.starts_at')}, 'endsAt', ${instant('t.ends_at')},
    'viewerCanAnswer', is_member AND n.state = 'active' AND t.starts_at > now(),
    'network', json_build_object('__typename', 'Network', 'id', ${id('Network', 'n.id')}, 'name', n.name),
    'attendances', (${attendances}))
  FROM meeting t WHERE t.network_id = n.id AND t.cancelled_at IS NULL AND t.ends_at > now() ORDER BY t.starts_at LIMIT 1`

const currentSeason = `
  SELECT json_build_object('__typename', 'Season', 'id', ${id('Season', 's.id')}, 'number', s.number, 'meetings',
    (SELECT ${list(
      `json_build_object('__typename', 'Meeting', 'id', ${id('Meeting', 't.id')}, 'startsAt', ${instant('t.starts_at')},
        'endsAt', ${instant('t.ends_at')}, 'cancelledAt', ${instant('t.cancelled_at')})`,
      't.starts_at',
    )} FROM meeting t WHERE t.season_id = s.id))
  FROM season s WHERE s.network_id = n.id ORDER BY s.number DESC LIMIT 1`

/**
 * The whole answer of the page as one JSON text from one statement, written by hand: what the operation costs where
 * nothing stands between HTTP and PostgreSQL. Takes the network's id; the caller is the session of the transaction, and
 * the row policies decide what she sees. Asked by somebody for whom ground rules wait it differs from the product.
 */
export const pageStatement = `
WITH me AS MATERIALIZED (SELECT app.viewer() AS id)
SELECT json_build_object('data', json_build_object(
  'viewer', (SELECT json_build_object('__typename', 'Viewer', 'id', ${id('Person', 'p.id')},
      'pendingGroundRules', (SELECT coalesce(json_agg(r), '[]') FROM app.pending_ground_rules() r))
    FROM person p WHERE p.id = me.id),
  'network', (SELECT json_build_object('__typename', 'Network', 'id', ${id('Network', 'n.id')}, 'name', n.name,
      'purpose', n.purpose, 'state', n.state, 'methods', n.methods, 'endsOn', n.ends_on,
      'createdAt', ${instant('n.created_at')},
      'viewerIsConsultant', is_consultant, 'viewerCanLeave', is_member,
      'viewerCanPlanSeason', keeps, 'viewerCanPassConvenor', keeps AND n.state <> 'draft',
      'viewerCanRemoveMembers', is_consultant AND n.state <> 'closed',
      'eventSeq', coalesce((SELECT max(e.seq) FROM event e WHERE e.network_id = n.id), 0),
      'groundRules', (SELECT ${rules} FROM ground_rules g WHERE g.network_id = n.id ORDER BY g.version DESC LIMIT 1),
      'groundRulesVersions', (SELECT ${list(rules, 'g.version DESC')} FROM ground_rules g WHERE g.network_id = n.id),
      'members', (${members}), 'formerMembers', (${formerMembers}), 'consultants', (${consultants}),
      'nextMeeting', (${nextMeeting}), 'currentSeason', (${currentSeason}))
    FROM network n
    LEFT JOIN LATERAL (SELECT true AS here, m.is_convenor FROM membership m
      WHERE m.network_id = n.id AND m.person_id = me.id AND m.left_at IS NULL) mine ON true
    LEFT JOIN LATERAL (SELECT true AS here FROM network_consultant c WHERE c.network_id = n.id AND c.person_id = me.id
      AND c.access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date) access ON true
    CROSS JOIN LATERAL (SELECT mine.here IS TRUE AS is_member, access.here IS TRUE AS is_consultant,
      n.state <> 'closed' AND (access.here IS TRUE OR mine.is_convenor IS TRUE) AS keeps) rights
    WHERE n.id = $1::uuid)))::text AS answer
FROM me`
