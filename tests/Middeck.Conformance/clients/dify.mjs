// Walks through every call of dify-client's ChatClient that a chat app answers. Arguments: base URL, app key. Prints what it saw.
import { ChatClient } from "dify-client";

const [baseUrl, key] = process.argv.slice(2);
const client = new ChatClient(key, baseUrl);
const user = "conformance";

const parameters = await client.getApplicationParameters(user);
const blocking = await client.createChatMessage({}, "hello there", user, false);
const conversation = blocking.data.conversation_id;

const stream = await client.createChatMessage({}, "and once more", user, true, conversation);
let text = "";
for await (const chunk of stream.data) text += chunk.toString("utf8");
const events = text
  .split("\n\n")
  .filter((block) => block.startsWith("data: "))
  .map((block) => JSON.parse(block.slice(6)));
const streamed = events.filter((e) => e.event === "message").map((e) => e.answer).join("");

const messages = await client.getConversationMessages(user, conversation);
const feedback = await client.messageFeedback(blocking.data.message_id, "like", user);
const conversations = await client.getConversations(user);
const renamed = await client.renameConversation(conversation, "renamed by the client", user);
const deleted = await client.deleteConversation(conversation, user);
const after = await client.getConversations(user);

console.log(
  JSON.stringify({
    parameters: parameters.data,
    blocking: blocking.data,
    streamed,
    end: events.at(-1),
    messages: messages.data,
    feedback: feedback.data,
    conversations: conversations.data,
    renamed: renamed.data,
    deleted: deleted.status,
    after: after.data,
  }),
);
