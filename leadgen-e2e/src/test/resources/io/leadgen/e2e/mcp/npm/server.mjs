// What the scripts share: the server that they are given, and the table of people on it.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The server: {command, args, env} over stdio or {url, token} over HTTP, and {audit}, the file of its audit log. */
export const server = JSON.parse(process.env.LEADGEN_SERVER);
export const overHttp = server.url !== undefined;

export const people = { catalog: 'main', schema: 'leads', table: 'people' };

/** A table that no question about it ever gets to the end of. */
export const endless = { catalog: 'main', schema: 'leads', table: 'endless' };

export const adults = 'par_month = 202510 AND age > 25';

export const toolNames = [
  'aggregate_metric', 'approx_count', 'audience_funnel', 'audience_overlap', 'audience_share', 'audience_trend', 'check_predicate',
  'export_conditions', 'list_catalogs', 'list_schemas', 'list_tables', 'partition_info', 'privacy_budget', 'profile_column',
  'segment_audience', 'table_metadata',
];

/** The event of a question in the audit log, waited for. */
export async function audited(requestId) {
  for (let tries = 0; tries < 200; tries++) {
    const event = readFileSync(server.audit, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
      .find((one) => one.request_id === requestId);
    if (event) {
      return event;
    }
    await sleep(50);
  }
  throw new Error('not in the audit log: ' + requestId);
}
