// The TypeScript SDK that can do without a session: it finds out by itself that the server can, too.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adults, audited, endless, people, server, toolNames } from './server.mjs';

const headers = { Authorization: `Bearer ${server.token}` };

async function connected(mode) {
  const client = new Client({ name: 'stateless', version: '1' }, mode ? { versionNegotiation: { mode } } : {});
  await client.connect(new StreamableHTTPClientTransport(new URL(server.url), { requestInit: { headers } }));
  return client;
}

test('without negotiation there is a session', async () => {
  const client = await connected();
  assert.equal(client.getNegotiatedProtocolVersion(), '2025-11-25');
  assert.equal((await client.listTools()).tools.length, toolNames.length);
  await client.close();
});

test('with it there is none, and the answers are the same', async () => {
  const client = await connected('auto');
  assert.equal(client.getNegotiatedProtocolVersion(), '2026-07-28');
  assert.deepEqual((await client.listTools()).tools.map((tool) => tool.name).sort(), toolNames);
  const ask = (name, args) => client.callTool({ name, arguments: args });

  const first = await ask('approx_count', { ...people, predicate: adults });
  const again = await ask('approx_count', { ...people, predicate: adults });
  assert.equal(again.structuredContent.approx_count, first.structuredContent.approx_count);
  assert.equal(again.structuredContent.privacy.repeated, true);

  const wrong = await ask('approx_count', { ...people, predicate: 'par_month = 202510 AND agee > 25' });
  assert.equal(wrong.isError, true);
  assert.equal(wrong.structuredContent.error.code, 'UNKNOWN_COLUMN');
  await assert.rejects(ask('run_query', {}), { code: -32602 });

  const many = await Promise.all(Array.from({ length: 16 }, (_, i) => ask('list_catalogs', { request_id: `stateless-${i}` })));
  many.forEach((result, i) => assert.equal(result.structuredContent.request_id, `stateless-${i}`));

  assert.ok((await client.readResource({ uri: 'leadgen://tables/main/leads/people' })).contents[0].text.includes('age'));
  await assert.rejects(client.readResource({ uri: 'leadgen://elsewhere' }), { code: -32602 });
  const prompt = await client.getPrompt({ name: 'size_audience', arguments: { ...people, predicate: adults } });
  assert.ok(prompt.messages[0].content.text.includes(adults));
  await client.close();
});

test('a call that lasts says so; cancelled, it ends at the warehouse too', async () => {
  const client = await connected('auto');
  const cancel = new AbortController();
  const heard = [];
  const onprogress = (progress) => {
    heard.push(progress);
    cancel.abort('enough');
  };
  await assert.rejects(client.callTool(
    { name: 'approx_count', arguments: { ...endless, predicate: 'age > 26', request_id: 'cancel-stateless' } },
    { signal: cancel.signal, onprogress }));
  assert.equal(heard.length, 1);
  assert.equal((await audited('cancel-stateless')).outcome, 'CANCELLED');
  await client.close();
});

test('without a token there is no answer', async () => {
  const client = new Client({ name: 'stranger', version: '1' });
  await assert.rejects(client.connect(new StreamableHTTPClientTransport(new URL(server.url))), (refused) => refused.data.status === 401);
});
