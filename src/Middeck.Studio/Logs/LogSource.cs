namespace Middeck.Studio.Logs;

/// <summary>Words for where conversations take place, besides those of <see cref="Chat.ChatSource"/>.</summary>
internal static class LogSource
{
    /// <summary>A draft that is tried out in the console.</summary>
    public const string Preview = "preview";

    /// <summary>A case of a test set.</summary>
    public const string Evaluation = "evaluation";
}
