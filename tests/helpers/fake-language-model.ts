/** A server on this computer that speaks as a language model's API does, and keeps what it was sent. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ModelRequest = { url: string; headers: IncomingHttpHeaders; body: string };
/** A wording, or a status, or silence. */
export type ModelReply = { text: string } | { status: number; location?: string } | 'silence';

export type FakeLanguageModel = {
  address: string;
  requests: ModelRequest[];
  reply: ModelReply;
  close: () => Promise<void>;
};

export async function startLanguageModel(): Promise<FakeLanguageModel> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      fake.requests.push({ url: request.url ?? '', headers: request.headers, body });
      const { reply } = fake;
      if (reply === 'silence') return;
      response.setHeader('content-type', 'application/json');
      if ('status' in reply) {
        if (reply.location !== undefined) response.setHeader('location', reply.location);
        response.writeHead(reply.status).end(JSON.stringify({ error: { message: 'no' } }));
        return;
      }
      const message = { role: 'assistant', content: reply.text };
      response.end(JSON.stringify({ id: 'a', object: 'chat.completion', choices: [{ index: 0, message }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeLanguageModel = {
    address: `http://127.0.0.1:${port}/v1`,
    requests: [],
    reply: { text: '' },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}
