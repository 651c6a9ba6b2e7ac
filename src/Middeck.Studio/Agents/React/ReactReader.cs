using System.Text.RegularExpressions;

namespace Middeck.Studio.Agents.React;

/// <summary>
/// Reads what models write when they are asked for thought and action. They keep to it more or less:
/// <code>
/// Thought: I need the time.            思考：需要先查时间。
/// Action: current_time                 行动：current_time
/// Action Input: {"timezone": "UTC"}    行动输入：{"timezone": "UTC"}
/// </code>
/// or an object <c>{"action": "current_time", "action_input": {…}}</c>, alone or in a fence, or <c>&lt;tool_call&gt;</c>; and
/// <c>Final Answer: …</c>, or nothing but the answer.
/// </summary>
internal static partial class ReactReader
{
    public static ReactReply Read(string written)
    {
        var text = WithoutThinking(written);
        // Observations that the model makes up are not read.
        text = Observation().Match(text) is { Success: true } made && made.Index > 0 ? text[..made.Index] : text;
        var final = Final().Match(text);
        var named = Action().Match(text);
        var (start, actions) = named.Success ? (named.Index, Named(text, named)) : ReactJson.Find(text) ?? (0, []);
        if (final.Success && (actions.Count == 0 || final.Index < start))
        {
            return new ReactReply(ThoughtOf(text[..final.Index]), [], text[(final.Index + final.Length)..].Trim());
        }

        if (actions.Count == 0)
        {
            // No action and no mark: what a model that needs no tool writes.
            return new ReactReply("", [], ThoughtOf(text));
        }

        return actions is [var only] && FinalName().IsMatch(only.Tool)
            ? new ReactReply(ThoughtOf(text[..start]), [], only.Input)
            : new ReactReply(ThoughtOf(text[..start]), actions, null);
    }

    /// <summary>Where the answer begins in what was written until now; null when it has not begun, or an action comes before it.</summary>
    public static int? AnswerStart(string written)
    {
        var thought = written.LastIndexOf("</think>", StringComparison.Ordinal);
        if (written.LastIndexOf("<think>", StringComparison.Ordinal) > thought)
        {
            return null;
        }

        var begin = thought < 0 ? 0 : thought + "</think>".Length;
        var said = written[begin..];
        var final = Final().Match(said);
        return final.Success && !Action().IsMatch(said[..final.Index]) && !said[..final.Index].Contains('{', StringComparison.Ordinal)
            ? begin + final.Index + final.Length
            : null;
    }

    private static IReadOnlyList<ReactAction> Named(string text, Match named)
    {
        var rest = text[(named.Index + named.Length)..];
        if (rest.TrimStart() is ['{' or '[' or '`', ..] && ReactJson.Find(rest) is { } inside)
        {
            return inside.Actions;
        }

        var input = Input().Match(rest);
        var name = (input.Success ? rest[..input.Index] : rest.TrimStart().Split('\n')[0]).Trim().Trim('`', '*', '"', '\'', '[', ']');
        return name.Length == 0 ? [] : [new ReactAction(name, input.Success ? InputOf(rest[(input.Index + input.Length)..]) : "")];
    }

    // The object, when there is one; else the rest of the line.
    private static string InputOf(string rest)
    {
        var plain = Fence().Replace(rest, "").Trim();
        return plain is ['{' or '[', ..]
            ? ReactJson.ObjectAt(plain, 0) ?? plain
            : plain.Split('\n')[0].Trim();
    }

    private static string ThoughtOf(string text)
        => OpenFence().Replace(Thought().Replace(text, ""), "").Replace("<tool_call>", "", StringComparison.Ordinal).Trim();

    private static string WithoutThinking(string written)
    {
        var end = written.LastIndexOf("</think>", StringComparison.Ordinal);
        return (end < 0 ? written : written[(end + "</think>".Length)..]).Trim();
    }

    [GeneratedRegex(@"^[ \t*#]*(?:Thought|思考|想法)[*]*[ \t]*[:：][*]*[ \t]*", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Thought();

    [GeneratedRegex(@"^[ \t*#]*(?:Action|行动|动作)[*]*[ \t]*[:：][*]*[ \t]*", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Action();

    [GeneratedRegex(
        @"^[ \t*#]*(?:Action[ _]?Input|行动输入|动作输入|输入参数|输入)[*]*[ \t]*[:：][*]*[ \t]*",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Input();

    [GeneratedRegex(@"^[ \t*#]*(?:Observation|观察|观察结果)[*]*[ \t]*[:：]", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Observation();

    [GeneratedRegex(
        @"^[ \t*#]*(?:Final[ _]?Answer|最终答案|最终回答|最后答案)[*]*[ \t]*[:：][*]*[ \t]*",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Final();

    [GeneratedRegex(@"^\s*(?:Final[ _]?Answer|最终答案|最终回答)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex FinalName();

    [GeneratedRegex(@"^[ \t]*```[a-zA-Z]*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"```[a-zA-Z]*\s*$")]
    private static partial Regex OpenFence();
}
