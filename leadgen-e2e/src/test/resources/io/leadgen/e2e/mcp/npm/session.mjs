// The TypeScript SDK with a session: everything that it can ask a server, over stdio or HTTP.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema, LoggingMessageNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adults, audited, endless, overHttp, people, server, toolNames } from './server.mjs';

const client = new Client({ name: 'session', version: '1' });
const problems = [];
const log = [];
let stderr = '';
let transport;

const call = (name, args, options) => client.callTool({ name, arguments: args }, CallToolResultSchema, options);

before(async () => {
  client.onerror = (error) => problems.push(error.message);
  client.setNotificationHandler(LoggingMessageNotificationSchema, (note) => void log.push(note.params));
  if (overHttp) {
    const headers = server.token ? { Authorization: `Bearer ${server.token}` } : {};
    transport = new StreamableHTTPClientTransport(new URL(server.url), { requestInit: { headers } });
  } else {
    transport = new StdioClientTransport({ ...server, stderr: 'pipe' });
    transport.stderr.on('data', (text) => (stderr += text));
  }
  await client.connect(transport);
});

test('greets', () => {
  assert.equal(client.getServerVersion().name, 'leadgen');
  assert.match(client.getInstructions(), /list_catalogs/);
  const capabilities = client.getServerCapabilities();
  for (const capability of ['tools', 'resources', 'prompts', 'completions', 'logging']) {
    assert.ok(capabilities[capability], capability);
  }
});

test('lists tools, always the same', async () => {
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name).sort(), toolNames);
  for (const tool of tools) {
    assert.ok(tool.title && tool.description && tool.outputSchema, tool.name);
    assert.equal(tool.annotations.readOnlyHint, true);
  }
  assert.deepEqual((await client.listTools()).tools, tools);
});

test('validators take all schemas of several servers, in strict mode', async () => {
  for (const Validator of [Ajv, Ajv2020]) {
    const ajv = new (Validator.default ?? Validator)({ strict: true });
    for (let server = 0; server < 2; server++) {
      const { tools } = await client.listTools();
      for (const tool of tools) {
        ajv.compile(tool.inputSchema);
        ajv.compile(tool.outputSchema);
      }
    }
  }
});

test('an answer has its structure, checked by the client against the schema, and a text', async () => {
  const result = await call('approx_count', { ...people, predicate: adults });
  assert.ok(!result.isError);
  const { approx_count: count, interval, suppressed } = result.structuredContent;
  assert.equal(suppressed, false);
  assert.ok(interval.low <= count && count <= interval.high);
  assert.match(result.content[0].text, /people/);
});

test('the same question at the same time gets the same answer', async () => {
  const question = { ...people, predicate: 'par_month = 202509 AND age > 30', precision: '20%' };
  const results = await Promise.all(Array.from({ length: 6 }, () => call('approx_count', question)));
  assert.equal(new Set(results.map((result) => result.structuredContent.approx_count)).size, 1);
  assert.equal(results.filter((result) => !result.structuredContent.privacy.repeated).length, 1, 'paid once');
});

test('many at once, each with its own answer', async () => {
  const asked = Array.from({ length: 24 }, (_, i) => i);
  const results = await Promise.all(asked.map((i) =>
    call('check_predicate', { ...people, predicate: `par_month = 202510 AND age = ${30 + i}`, request_id: `many-${i}` })));
  asked.forEach((i) => {
    assert.equal(results[i].structuredContent.request_id, `many-${i}`);
    assert.match(results[i].structuredContent.canonical, new RegExp(`\\b${30 + i}\\b`));
  });
});

const rejected = async (name, args, code) => {
  const result = await call(name, args);
  assert.equal(result.isError, true);
  const { error } = result.structuredContent;
  assert.equal(error.code, code);
  assert.ok(error.message && error.hint);
  assert.ok(result.content[0].text.includes(error.hint));
  return error;
};

test('wrong arguments are told to the model', async () => {
  await rejected('approx_count', { catalog: 'main' }, 'INVALID_ARGUMENT');
  await rejected('approx_count', { ...people, nonsense: 1 }, 'INVALID_ARGUMENT');
});

test('a wrong predicate is told with its place', async () => {
  const error = await rejected('approx_count', { ...people, predicate: 'par_month = 202510 AND agee > 25' }, 'UNKNOWN_COLUMN');
  assert.ok(error.diagnostics.length > 0);
});

test('what policy asks for is told', () => rejected('approx_count', { ...people, predicate: 'age > 25' }, 'PARTITION_REQUIRED'));

test('there are no other tools', () => assert.rejects(call('run_query', {}), { code: -32602 }));

test('resources', async () => {
  const { resources } = await client.listResources();
  const promises = await client.readResource({ uri: resources.find((one) => one.name === 'promises').uri });
  assert.ok(promises.contents[0].text.length > 100);
  const { resourceTemplates } = await client.listResourceTemplates();
  assert.equal(resourceTemplates[0].uriTemplate, 'leadgen://tables/{catalog}/{schema}/{table}');
  const table = await client.readResource({ uri: 'leadgen://tables/main/leads/people' });
  assert.equal(table.contents[0].mimeType, 'application/json');
  assert.ok(JSON.parse(table.contents[0].text).columns.some((column) => column.name === 'age'));
  await assert.rejects(client.readResource({ uri: 'leadgen://tables/main/leads/nobody' }), { code: -32002 });
  await assert.rejects(client.readResource({ uri: 'leadgen://elsewhere' }), { code: -32002 });
});

test('prompts', async () => {
  const { prompts } = await client.listPrompts();
  assert.deepEqual(prompts.map((prompt) => prompt.name).sort(),
    ['analyse_audience', 'build_audience', 'explore_data', 'export_audience', 'size_audience']);
  const filled = await client.getPrompt({ name: 'size_audience', arguments: { ...people, predicate: adults } });
  assert.ok(filled.messages[0].content.text.includes(adults));
  await assert.rejects(client.getPrompt({ name: 'size_audience', arguments: {} }), { code: -32602 });
  await assert.rejects(client.getPrompt({ name: 'nothing' }), { code: -32602 });
});

test('completions', async () => {
  const table = { type: 'ref/resource', uri: 'leadgen://tables/{catalog}/{schema}/{table}' };
  const prompt = { type: 'ref/prompt', name: 'export_audience' };
  const complete = async (ref, name, value, known) =>
    (await client.complete({ ref, argument: { name, value }, context: { arguments: known } })).completion.values;
  assert.deepEqual(await complete(table, 'catalog', 'm', {}), ['main']);
  assert.deepEqual(await complete(table, 'table', 'p', { catalog: 'main', schema: 'leads' }), ['people']);
  assert.deepEqual(await complete(prompt, 'schema', '', { catalog: 'main' }), ['leads']);
  assert.ok((await complete(prompt, 'format', 'note', {})).includes('notebook'));
});

test('whoever sets the level to debug hears of each call', async () => {
  await client.setLoggingLevel('debug');
  await call('list_catalogs', { request_id: 'loud' });
  assert.ok(log.some((entry) => entry.level === 'debug' && entry.data === 'loud list_catalogs answered'), JSON.stringify(log));
  await client.setLoggingLevel('error');
  log.length = 0;
  await call('list_catalogs', { request_id: 'quiet' });
  assert.deepEqual(log, []);
});

test('a call that lasts says so; cancelled, it ends at the warehouse too', async () => {
  const cancel = new AbortController();
  const heard = [];
  const onprogress = (progress) => {
    heard.push(progress);
    if (heard.length === 2) {
      cancel.abort('enough');
    }
  };
  const lasts = call('approx_count', { ...endless, predicate: 'age > 25', request_id: `cancel-${overHttp}` },
    { signal: cancel.signal, onprogress });
  await assert.rejects(lasts, /enough/);
  assert.ok(heard[0].progress < heard[1].progress);
  const event = await audited(`cancel-${overHttp}`);
  assert.equal(event.outcome, 'CANCELLED');
  assert.ok(event.cost > 0, 'what a scan has opened is paid');
  assert.ok(!(await call('list_catalogs', {})).isError);
});

test('pings', () => client.ping());

test('a session that was ended is over', { skip: !overHttp }, async () => {
  await transport.terminateSession();
  await assert.rejects(call('list_catalogs', {}));
});

// A test, as what fails in after() fails nothing. Over HTTP a cancelled call is answered all the same, that it was.
test('at its end nothing had gone wrong unseen', async () => {
  const pid = transport.pid;
  await client.close();
  if (!overHttp) {
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' }, 'the server ends with its client');
  }
  assert.doesNotMatch(stderr, /Exception|\tat /);
  const expected = overHttp ? /abort|session|unknown message ID.*CANCELLED/i : /abort/i;
  assert.deepEqual(problems.filter((problem) => !expected.test(problem)), []);
});

after(() => client.close());
