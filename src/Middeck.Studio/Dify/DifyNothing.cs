namespace Middeck.Studio.Dify;

/// <summary>The answer <c>{}</c>.</summary>
internal sealed record DifyNothing;
