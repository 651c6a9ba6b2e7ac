namespace Middeck.Http.Dialects.Dify;

/// <summary><c>{"result": "success"}</c></summary>
public sealed record DifyResult(string Result)
{
    /// <summary>The only one there is.</summary>
    public static DifyResult Success { get; } = new("success");
}
