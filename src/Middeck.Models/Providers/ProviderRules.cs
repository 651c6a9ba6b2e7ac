using System.Text.RegularExpressions;
using Middeck.Core.Errors;

namespace Middeck.Models.Providers;

/// <summary>What a provider must be like; each refusal names its field.</summary>
internal static partial class ProviderRules
{
    private const string DefaultBaseUrl = "https://api.openai.com/v1";
    private const int MostModels = 1000;
    private const int LongestKey = 4096;

    /// <param name="name">Null when the request left it out.</param>
    public static string Name(string? name)
        => name is null || !NamePattern().IsMatch(name)
            ? throw Refused(
                "models.invalid_name", "The name must be 1 to 40 of a-z, 0-9 and the hyphen: it stands in provider/model.", "name")
            : name == ProviderKinds.Builtin
                ? throw new FaultException(Taken(name))
                : name;

    public static Fault Taken(string name)
    {
        var fault = Fault.Conflict("models.name_taken", $"The workspace has a provider '{name}' already. Choose another name.");
        return fault with { Field = "name" };
    }

    /// <summary>Without a slash at the end, or the default when there is none.</summary>
    public static string BaseUrl(string? baseUrl)
    {
        var text = string.IsNullOrWhiteSpace(baseUrl) ? DefaultBaseUrl : baseUrl.Trim().TrimEnd('/');
        var isGood = text.Length <= 500
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri is { UserInfo: "", Query: "", Fragment: "" };
        return isGood
            ? text
            : throw Refused(
                "models.invalid_base_url",
                "base_url must be an http or https address such as https://api.openai.com/v1, without user, query or fragment.",
                "base_url");
    }

    public static string? Key(string? key)
    {
        var trimmed = key?.Trim();
        return trimmed switch
        {
            null or "" => null,
            { Length: > LongestKey } => throw Refused("models.invalid_key", $"The key is over {LongestKey} characters.", "api_key"),
            // It goes into a header as it is.
            _ when trimmed.Any(letter => letter is <= ' ' or > '~')
                => throw Refused("models.invalid_key", "The key holds spaces, line breaks or letters that no key has.", "api_key"),
            _ => trimmed,
        };
    }

    public static IReadOnlyList<ProviderModel> Models(IReadOnlyList<ProviderModelInput>? models)
    {
        if (models is null)
        {
            return [];
        }

        if (models.Count > MostModels)
        {
            throw Refused("models.too_many_models", $"A provider lists at most {MostModels} models.", "models");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. models.Select((model, index) => Model(model, index, seen))];
    }

    private static ProviderModel Model(ProviderModelInput model, int index, HashSet<string> seen)
    {
        if (model.Name is null || !ModelNamePattern().IsMatch(model.Name))
        {
            throw Refused(
                "models.invalid_name", "A model's name is 1 to 200 characters without white space.", $"models[{index}].name");
        }

        if (!seen.Add(model.Name))
        {
            throw Refused("models.duplicate_model", $"The model '{model.Name}' is listed twice.", $"models[{index}].name");
        }

        if (model.ContextLength is < 1)
        {
            throw Refused(
                "models.invalid_context_length", "context_length is a number of tokens above 0.", $"models[{index}].context_length");
        }

        return new ProviderModel(
            model.Name,
            model.Type ?? ModelTypeGuess.Of(model.Name),
            model.ContextLength,
            model.Enabled ?? true,
            PriceRules.Check(model.Price, $"models[{index}].price"));
    }

    private static FaultException Refused(string code, string detail, string field) => new(Fault.Invalid(code, detail, field));

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[^\s\p{C}]{1,200}\z")]
    private static partial Regex ModelNamePattern();
}
