namespace Middeck.Server.Tests.Hostile;

/// <summary>Texts that do harm where somebody takes them for more than text.</summary>
internal static class HostileTexts
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["sql"] = "'; DROP TABLE studio.app; -- \" $1 %s \\",
        ["json"] = "\"},\"admin\":true,{\"a\":\"\\u0000 \\\\",
        ["html"] = "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; {{7*7}} ${7*7}",
        ["header"] = "x\r\nSet-Cookie: stolen=1\r\n\r\n<html>",
        ["nul"] = "before\0after",
        ["unicode"] = "e\u0301 \u202Efdp.exe \U0001F468\u200D\U0001F469 \uFEFF中文",
        ["path"] = "../../etc/passwd",
    };

    /// <summary>Their names, for a theory.</summary>
    public static TheoryData<string> Names { get; } = [.. Texts.Keys];

    /// <summary>The text.</summary>
    public static string Of(string name) => Texts[name];
}
