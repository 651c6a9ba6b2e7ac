using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>A gateway whose one model answers what the test says.</summary>
internal sealed class ScriptedModels : IModelGateway, IModelDirectory
{
    /// <summary>What the model does with a question; by default it repeats it.</summary>
    public Func<IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Script { get; set; } = Echo;

    /// <summary>A refusal to find the model; null finds it.</summary>
    public Fault? Refusal { get; set; }

    /// <summary>All that was asked, in order.</summary>
    public ConcurrentQueue<(ModelCaller Caller, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Calls { get; } = new();

    public Task<IChatClient> ChatAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => Refusal is { } fault
            ? throw new FaultException(fault)
            : Task.FromResult<IChatClient>(new Client(this, caller));

    /// <summary>A refusal to find the embedding model; null finds it.</summary>
    public Fault? EmbeddingRefusal { get; set; }

    /// <summary>All texts whose vectors were made, in order.</summary>
    public ConcurrentQueue<string> Embedded { get; } = new();

    public Task<EmbeddingModel> EmbeddingsAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => EmbeddingRefusal is { } fault
            ? throw new FaultException(fault)
            : Task.FromResult(new EmbeddingModel(
                model ?? "builtin/lexical-embedding", IsBuiltin: true, new LexicalModel(Embedded.Enqueue)));

    public Task<IReranker?> RerankAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => Task.FromResult<IReranker?>(null);

    public Task<string?> DefaultAsync(Guid workspaceId, ModelType type, CancellationToken cancellationToken)
        => Task.FromResult<string?>(type == ModelType.Embedding ? "builtin/lexical-embedding" : "builtin/extractive");

    public Task<IReadOnlyList<ModelEntry>> ListAsync(Guid workspaceId, ModelType? type, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<ModelEntry>>([]);

    /// <summary>A model that says these texts, counts tokens and ends.</summary>
    public void Says(params string[] texts)
        => Script = (_, _) => Say(texts);

    /// <summary>A model that says these texts and then fails.</summary>
    public void SaysAndFails(Exception failure, params string[] texts)
        => Script = (_, _) => SayAndFail(texts, failure);

    private static async IAsyncEnumerable<ChatResponseUpdate> Echo(
        IReadOnlyList<ChatMessage> messages, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in Say(["You asked: ", messages[^1].Text]).WithCancellation(cancellationToken))
        {
            yield return update;
        }
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Say(string[] texts)
    {
        foreach (var text in texts)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, text);
        }

        yield return new ChatResponseUpdate
        {
            FinishReason = ChatFinishReason.Stop,
            Contents = [new UsageContent(new UsageDetails { InputTokenCount = 7, OutputTokenCount = 3, TotalTokenCount = 10 })],
        };
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> SayAndFail(string[] texts, Exception failure)
    {
        foreach (var text in texts)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, text);
        }

        throw failure;
    }

    private sealed class Client(ScriptedModels models, ModelCaller caller) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
        {
            IReadOnlyList<ChatMessage> all = [.. messages];
            models.Calls.Enqueue((caller, all, options));
            return models.Script(all, cancellationToken);
        }

        public object? GetService(Type serviceType, object? serviceKey) => null;

        public void Dispose()
        {
        }
    }
}
