namespace Middeck.Studio.Moderation;

/// <summary>Who can judge texts, spelt as in the DSL.</summary>
internal static class ModerationType
{
    /// <summary>A list of words.</summary>
    public const string Keywords = "keywords";

    /// <summary>Regular expressions.</summary>
    public const string Pattern = "pattern";

    /// <summary>A chat model that is asked for a verdict.</summary>
    public const string Model = "model";

    /// <summary>A model made for it, by OpenAI's <c>moderations</c>.</summary>
    public const string OpenAi = "openai_moderation";

    /// <summary>A program of the workspace.</summary>
    public const string Api = "api";

    public static readonly string[] Known = [Keywords, Pattern, Model, OpenAi, Api];
}
