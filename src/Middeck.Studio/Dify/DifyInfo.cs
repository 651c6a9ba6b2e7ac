namespace Middeck.Studio.Dify;

/// <summary>What Dify says of an app.</summary>
internal sealed record DifyInfo(
    string Name, string Description, IReadOnlyList<string> Tags, string Mode, string AuthorName);
