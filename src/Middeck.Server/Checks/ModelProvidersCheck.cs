using Middeck.Models.Providers;
using Middeck.Operations;
using Middeck.Operations.Checks;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Server.Checks;

/// <summary>Whether each enabled model provider answers and takes its key.</summary>
internal sealed class ModelProvidersCheck() : PlatformCheck<IProviderReview>(
    "models", new Message("Model providers answer", "模型供应商可用"))
{
    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, IProviderReview review, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var provider in review.ReviewAsync(cancellationToken))
        {
            if (provider.Test is not { Ok: true })
            {
                findings.Add(FindingOf(scene, review, provider));
            }
        }

        return findings;
    }

    private static Finding FindingOf(CheckScene scene, IProviderReview review, ReviewedProvider provider)
    {
        var settings = $"{scene.Server.PublicUrlOrLocal()}/w/{provider.WorkspaceId}/models";
        var who = $"{provider.Name} ({provider.WorkspaceId})";
        return provider switch
        {
            { Test: null } => new Finding(
                "models.key_unreadable",
                Severity.Critical,
                new Message(
                    $"The key of provider {who} cannot be decrypted: keys/master is not the one that it was saved with.",
                    $"无法解密供应商 {who} 的密钥：keys/master 与保存时不一致。"),
                settings)
            {
                Repair = NewKey(review, provider),
            },
            { IsKeyRefused: true } => new Finding(
                "models.key_refused",
                Severity.Critical,
                new Message(
                    $"The provider {who} does not take its key: {Message.Sentence(provider.Test.Message)}",
                    $"供应商 {who} 拒绝了密钥：{Message.Quote(provider.Test.Message)}。"),
                settings)
            {
                Repair = NewKey(review, provider),
            },
            _ => new Finding(
                "models.failing",
                Severity.Warning,
                new Message(
                    $"The provider {who} does not answer as it should: {Message.Sentence(provider.Test.Message)}",
                    $"供应商 {who} 响应异常：{Message.Quote(provider.Test.Message)}。"),
                settings),
        };
    }

    private static Repair NewKey(IProviderReview review, ReviewedProvider provider) => new(
        new Message($"Give {provider.Name} a new key?", $"为 {provider.Name} 设置新密钥？"),
        async (key, cancellationToken) =>
        {
            var test = await review.SetKeyAsync(provider.WorkspaceId, provider.Id, key ?? "", cancellationToken);
            if (test is { Ok: false })
            {
                throw new RefusedException(ExitCode.Failed, new Message(
                    $"The provider does not take this key either: {Message.Sentence(test.Message)}",
                    $"供应商也拒绝了此密钥：{Message.Quote(test.Message)}。"));
            }
        })
    {
        Secret = new Message($"New key of {provider.Name}: ", $"{provider.Name} 的新密钥："),
    };
}
