using Middeck.Core.Errors;

namespace Middeck.Models.Gateway;

/// <summary>A model's full name, <c>provider/model</c>, cut at the first slash; the model's part may hold slashes of its own.</summary>
internal readonly record struct ModelName(string Provider, string Model)
{
    /// <exception cref="FaultException"><c>models.invalid_name</c>.</exception>
    public static ModelName Parse(string text)
        => text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash + 1 < text.Length
            ? new ModelName(text[..slash], text[(slash + 1)..])
            : throw new FaultException(Fault.Invalid(
                "models.invalid_name", "A model is named provider/model, such as openai/gpt-4o-mini.", "model"));

    public override string ToString() => $"{Provider}/{Model}";
}
