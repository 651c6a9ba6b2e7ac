using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Hears what it was given, and speaks in letters.</summary>
internal sealed class EchoSpeech : IModelSpeech
{
    /// <summary>A refusal of every call; null answers.</summary>
    public Fault? Refusal { get; set; }

    /// <summary>A failure after the first piece; null goes on.</summary>
    public Fault? Break { get; set; }

    /// <summary>For whom models were asked, in order.</summary>
    public ConcurrentQueue<ModelCaller> Callers { get; } = new();

    public Task<string> TranscribeAsync(
        ModelCaller caller, string? model, Recording recording, CancellationToken cancellationToken)
    {
        Callers.Enqueue(caller);
        return Refusal is { } fault
            ? throw new FaultException(fault)
            : Task.FromResult($"{recording.FileName} {recording.Content.Length} {recording.Language} {model}".Trim());
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(
        ModelCaller caller,
        string? model,
        string text,
        string? voice,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Callers.Enqueue(caller);
        await Task.Yield();
        if (Refusal is { } fault)
        {
            throw new FaultException(fault);
        }

        yield return Encoding.UTF8.GetBytes($"{model}|{voice}|");
        if (Break is { } broken)
        {
            throw new FaultException(broken);
        }

        yield return Encoding.UTF8.GetBytes(text);
    }
}
