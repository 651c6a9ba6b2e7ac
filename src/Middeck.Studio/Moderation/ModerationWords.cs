using Middeck.Studio.Chat;

namespace Middeck.Studio.Moderation;

/// <summary>What is said when the settings hold no words of their own, in the language of the question.</summary>
internal static class ModerationWords
{
    public static string NotAllowed(string question) => IsChinese(question)
        ? "这个内容不符合使用规范，请修改后再试。"
        : "This content is not allowed here. Please change it and try again.";

    public static string NotChecked(string question) => IsChinese(question)
        ? "内容审核暂时不可用，因此没有回答。请稍后再试。"
        : "The content could not be checked, so it is not answered. Please try again later.";

    // A third of such a text are wide characters at least.
    private static bool IsChinese(string text) => text.Length > 0 && TokenEstimate.Of(text) * 2 > text.Length;
}
