// Walks through every call of dify-client. Arguments: base URL, a chat app's key, a completion app's key, a workflow's. Prints what it saw.
import { ChatClient, CompletionClient } from "dify-client";

const [baseUrl, key, completionKey, workflowKey] = process.argv.slice(2);
const client = new ChatClient(key, baseUrl);
const user = "conformance";

const parameters = await client.getApplicationParameters(user);
const blocking = await client.createChatMessage({}, "hello there", user, false);
const conversation = blocking.data.conversation_id;

async function eventsOf(stream) {
  let text = "";
  for await (const chunk of stream.data) text += chunk.toString("utf8");
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("data: "))
    .map((block) => JSON.parse(block.slice(6)));
}

const textOf = (events) => events.filter((e) => e.event === "message").map((e) => e.answer).join("");
const events = await eventsOf(await client.createChatMessage({}, "and once more", user, true, conversation));

const form = new FormData();
form.append("file", new Blob(["Exits are marked."]), "rules.txt");
form.append("user", user);
const uploaded = await client.fileUpload(form);
const files = [{ type: "document", transfer_method: "local_file", upload_file_id: uploaded.data.id }];
await client.createChatMessage({}, "with a file", user, false, conversation, files);

const messages = await client.getConversationMessages(user, conversation);
const feedback = await client.messageFeedback(blocking.data.message_id, "like", user);
const conversations = await client.getConversations(user);
const renamed = await client.renameConversation(conversation, "renamed by the client", user);
const deleted = await client.deleteConversation(conversation, user);
const after = await client.getConversations(user);

const completion = new CompletionClient(completionKey, baseUrl);
const completed = await completion.createCompletionMessage({ word: "leave" }, user);
const completionEvents = await eventsOf(await completion.createCompletionMessage({ word: "sick" }, user, true));
const workflow = (await new CompletionClient(workflowKey, baseUrl).runWorkflow({ text: "teapot" }, user)).data;

console.log(
  JSON.stringify({
    parameters: parameters.data,
    blocking: blocking.data,
    streamed: textOf(events),
    uploaded: uploaded.data,
    end: events.at(-1),
    messages: messages.data,
    feedback: feedback.data,
    conversations: conversations.data,
    renamed: renamed.data,
    deleted: deleted.status,
    after: after.data,
    completed: completed.data,
    completionStreamed: textOf(completionEvents),
    workflow,
  }),
);
