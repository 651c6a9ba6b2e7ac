using Middeck.Studio.Agents.React;

namespace Middeck.Studio.Tests.Agents;

public sealed class ReactReaderTests
{
    [Theory]
    [InlineData("Thought: x\nAction: search\nAction Input: {\"q\": \"a\"}\nObservation: made up", "search", "{\"q\": \"a\"}")]
    [InlineData("思考：x\n行动：search\n行动输入：{\"q\": \"年假\"}", "search", "{\"q\": \"年假\"}")]
    [InlineData("**Thought:** x\n**Action:** `search`\n**Action Input:** ```json\n{\"q\": \"a\"}\n```", "search", "{\"q\": \"a\"}")]
    [InlineData("Thought: x\nAction:\n```json\n{\"action\": \"search\", \"action_input\": {\"q\": \"a\"}}\n```", "search", "{\"q\": \"a\"}")]
    [InlineData("{\"action\": \"search\", \"action_input\": \"plain {text}\"}", "search", "plain {text}")]
    [InlineData("I will look.\n<tool_call>\n{\"name\": \"search\", \"arguments\": {\"q\": \"a\"}}\n</tool_call>", "search", "{\"q\": \"a\"}")]
    [InlineData("<think>Action: other\nAction Input: {}</think>Action: search\nAction Input: a b", "search", "a b")]
    [InlineData("Action: search\nFinal Answer: too early", "search", "")]
    [InlineData("[{\"action\": \"search\", \"action_input\": {\"q\": \"a\"}},]", "search", "{\"q\": \"a\"}")]
    public void An_action_is_found_however_it_is_written(string written, string tool, string input)
    {
        var reply = ReactReader.Read(written);

        Assert.Null(reply.Answer);
        Assert.Equal((tool, input), (reply.Actions[0].Tool, reply.Actions[0].Input));
    }

    [Theory]
    [InlineData("Thought: I know.\nFinal Answer: forty\ntwo", "forty\ntwo")]
    [InlineData("思考：知道了\n最终答案：四十二", "四十二")]
    [InlineData("{\"action\": \"Final Answer\", \"action_input\": \"42\"}", "42")]
    [InlineData("Just 42.", "Just 42.")]
    [InlineData("Thought: it is 42", "it is 42")]
    [InlineData("Use {\"a\": 1} as the body.", "Use {\"a\": 1} as the body.")]
    [InlineData("Final Answer: write {\"action\": \"x\", \"action_input\": 1}", "write {\"action\": \"x\", \"action_input\": 1}")]
    [InlineData("", "")]
    public void Everything_else_is_the_answer(string written, string answer)
        => Assert.Equal((0, answer), (ReactReader.Read(written).Actions.Count, ReactReader.Read(written).Answer));

    [Theory]
    [InlineData("Thought: x\nFinal Answer:", true)]
    [InlineData("Thought: x\nFinal Answer", false)]
    [InlineData("Action: y\nFinal Answer:", false)]
    [InlineData("<think>Final Answer: no", false)]
    [InlineData("<think>Final Answer: no</think>最终答案：", true)]
    public void An_answer_is_shown_from_its_mark_on(string written, bool begins)
        => Assert.Equal(begins ? written.Length : null, ReactReader.AnswerStart(written));
}
