namespace Middeck.Studio.Dify;

/// <summary>An emoji on a colour.</summary>
/// <param name="Content">The emoji.</param>
/// <param name="Background">The colour, such as <c>#EFF1F5</c>.</param>
internal sealed record DifyIcon(string Content, string Background)
{
    public const string Plain = "#EFF1F5";
}
