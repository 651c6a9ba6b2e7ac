using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;

namespace Middeck.Models.Builtin;

/// <summary>The provider that every workspace has without a row.</summary>
internal static class BuiltinProvider
{
    public const string Extractive = "extractive";
    public const string LexicalEmbedding = "lexical-embedding";
    public const string LexicalRerank = "lexical-rerank";

    /// <summary>The same in every workspace of every installation.</summary>
    public static Guid Id { get; } = new("00000000-0000-7000-8000-00000b017111");

    public static IReadOnlyList<ProviderModel> Models { get; } =
    [
        new(Extractive, ModelType.Llm),
        new(LexicalEmbedding, ModelType.Embedding),
        new(LexicalRerank, ModelType.Rerank),
    ];

    public static CataloguedProvider Catalogued { get; } = new(
        ProviderKinds.Builtin,
        Enabled: true,
        new ProviderConnection(ProviderKinds.Builtin, ProviderKinds.Builtin, "builtin://local", apiKey: null, isTrusted: true),
        Models);

    public static Provider Provider { get; } = new(
        Id,
        ProviderKinds.Builtin,
        ProviderKinds.Builtin,
        BaseUrl: null,
        ApiKeyMasked: null,
        Enabled: true,
        Builtin: true,
        Models,
        ProviderStatus.Ok,
        LastError: null,
        LastCheckedAt: null,
        CreatedAt: null,
        UpdatedAt: null);
}
