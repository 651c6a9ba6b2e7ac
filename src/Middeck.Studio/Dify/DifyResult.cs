namespace Middeck.Studio.Dify;

/// <summary><c>{"result": "success"}</c></summary>
internal sealed record DifyResult(string Result)
{
    public static DifyResult Success { get; } = new("success");
}
