namespace Middeck.Studio.Answering;

/// <summary>Tells the built-in model, which quotes and writes nothing of its own, from models that can be given work.</summary>
internal static class BuiltinModel
{
    private const string Prefix = "builtin/";

    /// <param name="model"><c>provider/model</c>.</param>
    public static bool Is(string? model) => model?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
