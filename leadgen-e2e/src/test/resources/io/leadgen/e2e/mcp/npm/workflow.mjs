// An audience from the first look to the hand-over, as an agent would go about it; all that it hears must fit together.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { server } from './server.mjs';

const client = new Client({ name: 'workflow', version: '1' });
const predicate = "par_month = 202510 AND age BETWEEN 25 AND 60 AND level IN ('high', 'medium')";
let table;
let spent = 0;
let left;
let count;

async function ask(name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, result.content[0].text);
  const answer = result.structuredContent;
  const privacy = answer.privacy;
  if (privacy) {
    spent += privacy.cost;
    close(privacy.budget_left, left - privacy.cost, 'budget_left falls by the cost');
    left = privacy.budget_left;
  }
  return answer;
}

function close(actual, expected, what) {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${what}: ${actual} and not ${expected}`);
}

const budget = async () => (await ask('privacy_budget', table)).principal_budget;

before(async () => {
  await client.connect(new StdioClientTransport(server));
  await client.listTools(); // so that the client checks answers against their schemas
});

test('explore', async () => {
  const { catalogs } = await ask('list_catalogs');
  assert.deepEqual(catalogs, ['main']);
  const { schemas } = await ask('list_schemas', { catalog: catalogs[0] });
  assert.deepEqual(schemas, ['leads']);
  const { tables } = await ask('list_tables', { catalog: catalogs[0], schema: schemas[0] });
  assert.deepEqual(tables, ['endless', 'people']);
  table = { catalog: catalogs[0], schema: schemas[0], table: 'people' };

  const all = await ask('table_metadata', table);
  assert.ok(!all.columns.some((column) => column.name === 'email'), 'an identifier is not there');
  const found = await ask('table_metadata', { ...table, search: 'income' });
  assert.deepEqual(found.columns.map((column) => column.name), ['income']);
  const partition = await ask('partition_info', table);
  assert.equal(partition.required, 'par_month');
  assert.ok(partition.partition_columns.some((column) => column.name === partition.required));
});

test('build', async () => {
  left = (await budget()).budget_left;
  const check = await ask('check_predicate', { ...table, predicate });
  assert.equal(check.valid, true);
  assert.deepEqual([...check.columns].sort(), ['age', 'level', 'par_month']);
  close(check.budget_left, left, 'a check costs nothing');
});

test('size', async () => {
  const check = await ask('check_predicate', { ...table, predicate });
  count = await ask('approx_count', { ...table, predicate });
  const { cost } = count.privacy;
  assert.ok(check.cost.least <= cost && cost <= check.cost.most, 'it costs what was told');

  const again = await ask('approx_count', { ...table, predicate });
  assert.equal(again.approx_count, count.approx_count);
  assert.equal(again.privacy.cost, 0);
  const otherwise = await ask('approx_count', {
    ...table,
    predicate: "level IN ('medium', 'high') AND NOT (age < 25 OR age > 60) AND 202510 = par_month",
  });
  assert.equal(otherwise.approx_count, count.approx_count, 'the same people in other words');
  assert.equal(otherwise.privacy.cost, 0);

  const metric = await ask('aggregate_metric', { ...table, predicate, metric_type: 'AVG', metric_column: 'income' });
  assert.ok(metric.clamped_to[0] <= metric.metric_value && metric.metric_value <= metric.clamped_to[1]);
});

test('analyse', async () => {
  const { segments } = await ask('segment_audience', { ...table, predicate, group_by: ['level'] });
  const deviationOf = ({ interval }) => (interval.high - interval.low) / 2 / 1.96;
  const isAsked = (segment) => ['high', 'medium'].includes(segment.key.level);
  const known = segments.filter(isAsked);
  assert.deepEqual(known.map((segment) => [segment.key.level, segment.suppressed]).sort(), [['high', false], ['medium', false]]);
  // Nobody has another level. Noise can lift such a segment over the threshold, but hardly by eight deviations, nor can the three
  // releases below differ by so much: a false alarm is rarer than one in 10^12.
  for (const nobody of segments.filter((segment) => !isAsked(segment) && !segment.suppressed)) {
    assert.ok(nobody.approx_count < 8 * deviationOf(nobody), JSON.stringify(nobody));
  }
  const total = known.reduce((sum, segment) => sum + segment.approx_count, 0);
  const deviation = Math.sqrt([count, ...known].map(deviationOf).reduce((sum, one) => sum + one * one, 0));
  assert.ok(Math.abs(total - count.approx_count) < 8 * deviation + known.length + 1, `${total} and ${count.approx_count}`);
});

test('export', async () => {
  const { content } = await ask('export_conditions', { ...table, predicate, format: 'json' });
  const exported = JSON.parse(content);
  const check = await ask('check_predicate', { ...table, predicate });
  assert.equal(exported.canonical, check.canonical);
  const reused = await ask('approx_count', { ...table, predicate: content });
  assert.equal(reused.approx_count, count.approx_count, 'what was exported is the same audience');
  assert.equal(reused.privacy.cost, 0);
  const notebook = JSON.parse((await ask('export_conditions', { ...table, predicate, format: 'notebook' })).content);
  assert.ok(notebook.cells.length > 1);
});

test('the budget is what is left', async () => {
  const now = await budget();
  close(now.budget_left, left, 'as the last answer said');
  close(now.budget - now.budget_left, spent, 'the costs that were told, added up');
});

after(() => client.close());
