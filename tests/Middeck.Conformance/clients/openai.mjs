// Walks through the calls of npm's openai that an app answers. Arguments: base URL, app key. Prints what it saw.
import OpenAI from "openai";

const [baseURL, apiKey] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });

const models = [];
for await (const model of client.models.list()) models.push(model);
const found = await client.models.retrieve(models[0].id);

const whole = await client.chat.completions.create({
  model: "gpt-4o",
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "hello" },
    { role: "assistant", content: "hi" },
    { role: "user", content: [{ type: "text", text: "hello there" }] },
  ],
  user: "conformance",
});

const stream = await client.chat.completions.create({
  model: "gpt-4o",
  messages: [{ role: "user", content: "and once more" }],
  stream: true,
  stream_options: { include_usage: true },
});
let streamed = "";
let finish = null;
let usage = null;
for await (const chunk of stream) {
  streamed += chunk.choices[0]?.delta?.content ?? "";
  finish = chunk.choices[0]?.finish_reason ?? finish;
  usage = chunk.usage ?? usage;
}

const refused = async (call) => {
  try {
    await call();
    return null;
  } catch (error) {
    return { kind: error.constructor.name, status: error.status, code: error.code, param: error.param, message: error.message };
  }
};
const noMessages = await refused(() => client.chat.completions.create({ model: "x", messages: [] }));
const badKey = await refused(() => new OpenAI({ baseURL, apiKey: "app-wrong", maxRetries: 0 }).models.list());
const noModel = await refused(() => client.models.retrieve("nobody"));

console.log(JSON.stringify({ models, found, whole, streamed, finish, usage, noMessages, badKey, noModel }));
