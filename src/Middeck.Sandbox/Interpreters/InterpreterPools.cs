using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Middeck.Sandbox.Interpreters;

/// <summary>The pools of all languages.</summary>
internal sealed class InterpreterPools(
    InterpreterStarter starter, IOptions<SandboxOptions> options, TimeProvider clock, ILogger<InterpreterPool> logger) : IAsyncDisposable
{
    private readonly FrozenDictionary<CodeLanguage, InterpreterPool> _pools = Interpreter.All.ToFrozenDictionary(
        interpreter => interpreter.Language, interpreter => new InterpreterPool(interpreter, starter, options, clock, logger));

    public IReadOnlyList<InterpreterPool> All => _pools.Values;

    public InterpreterPool Of(CodeLanguage language) => _pools[language];

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
        {
            await pool.DisposeAsync();
        }
    }
}
