using System.Text.Json;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Agents.React;

/// <summary>What a model is told that asks for tools by writing, in the language of the app and its question.</summary>
internal static class ReactPrompt
{
    private const string English =
        """
        {{instruction}}

        You can use these tools:

        {{tools}}

        In each step write a thought, and then either one action or the final answer.

        To use a tool, write exactly:
        Thought: what you need to find out
        Action: the tool's name, one of: {{tool_names}}
        Action Input: its arguments as one JSON object
        Then stop. The result is given to you as "Observation:"; never write it yourself.

        When you know enough, write:
        Thought: I can answer now
        Final Answer: the answer, in the language of the question
        """;

    private const string Chinese =
        """
        {{instruction}}

        你可以使用以下工具：

        {{tools}}

        每一步先写思考，然后要么写一个行动，要么写最终答案。

        使用工具时，严格按下面的格式书写：
        思考：还需要弄清什么
        行动：工具的名称，只能是其中之一：{{tool_names}}
        行动输入：一个 JSON 对象，内容是工具的参数
        写完就停下。结果会以“观察：”的形式给你，不要自己编写。

        已经知道答案时，写：
        思考：可以回答了
        最终答案：用提问所用的语言写出答案
        """;

    /// <summary>Whether a text is Chinese: half of it are wide characters.</summary>
    public static bool IsChinese(string text) => text.Length > 0 && TokenEstimate.Of(text) * 2 > text.Length;

    /// <param name="own">The maker's own instruction; null for ours.</param>
    /// <param name="instruction">What the app is told besides.</param>
    /// <param name="tools">What it can use.</param>
    /// <param name="isChinese">The language of our own words.</param>
    public static string Write(string? own, string instruction, AgentToolbox tools, bool isChinese)
        => (own ?? (isChinese ? Chinese : English))
            .Replace("{{instruction}}", instruction, StringComparison.Ordinal)
            .Replace("{{tools}}", string.Join('\n', tools.Tools.Select(Describe)), StringComparison.Ordinal)
            .Replace("{{tool_names}}", tools.Names, StringComparison.Ordinal)
            .Trim();

    public static string Observation(string tool, string text, bool isChinese, bool isOnly)
        => $"{(isChinese ? "观察" : "Observation")}{(isOnly ? "" : $" ({tool})")}{(isChinese ? "：" : ": ")}{text}";

    public static string LastWords(bool isChinese) => isChinese
        ? "不能再使用工具了。请根据已知的内容直接写出最终答案；缺少什么就说明缺少什么。"
        : "No more tools can be used. Write the final answer now, from what you know; say what is missing.";

    private static string Describe(BoundTool tool)
        => $"- {tool.Name}: {tool.Description} Arguments: {JsonSerializer.Serialize(tool.JsonSchema, Core.Json.Snake)}";
}
