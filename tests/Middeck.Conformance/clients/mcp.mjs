// Speaks with an app by @modelcontextprotocol/sdk. Arguments: the app's address, its key, arguments of the tool as JSON. Prints what it saw.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [address, key, given] = process.argv.slice(2);
const client = new Client({ name: "conformance", version: "1.0.0" });
const headers = { Authorization: `Bearer ${key}` };
await client.connect(new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } }));

const { tools } = await client.listTools();
const result = await client.callTool({ name: tools[0].name, arguments: JSON.parse(given) });
const wrong = await client.callTool({ name: tools[0].name, arguments: {} });
const unknown = await client.callTool({ name: "no_such_tool", arguments: {} }).then(
  () => null,
  (error) => ({ code: error.code, message: error.message }),
);
console.log(JSON.stringify({ server: client.getServerVersion(), tools, result, wrong, unknown }));
await client.close();
