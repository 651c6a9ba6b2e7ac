using System.Globalization;
using Middeck.Sandbox.Isolation;

namespace Middeck.Sandbox.Interpreters;

/// <summary>How the code of one language is run.</summary>
/// <param name="Language">The language.</param>
/// <param name="Name">What people call the interpreter.</param>
/// <param name="Package">Debian's package of it.</param>
/// <param name="Prelude">The program that waits for code, as an embedded file.</param>
internal abstract record Interpreter(CodeLanguage Language, string Name, string Package, string Prelude)
{
    private readonly Lazy<string> _prelude = new(() =>
    {
        using var reader = new StreamReader(typeof(Interpreter).Assembly.GetManifestResourceStream(Prelude)!);
        return reader.ReadToEnd();
    });

    public static IReadOnlyList<Interpreter> All { get; } = [new PythonInterpreter(), new NodeInterpreter()];

    /// <summary>The interpreter with the prelude, waiting; null when it is not installed.</summary>
    public SandboxStart? Start(SandboxPrograms programs, SandboxLimits limits)
        => Find(programs) is not { } path ? null : new SandboxStart(path, Arguments(limits, _prelude.Value), limits)
        {
            Mounts = [(path, path)],
            Environment = Environment,
            HasChannel = true,
        };

    protected abstract IReadOnlyDictionary<string, string> Environment { get; }

    protected abstract string? Find(SandboxPrograms programs);

    protected abstract IReadOnlyList<string> Arguments(SandboxLimits limits, string prelude);

    private sealed record PythonInterpreter() : Interpreter(CodeLanguage.Python, "Python", "python3", "prelude.py")
    {
        // One thread for linear algebra: each would reserve memory and count as a process.
        protected override IReadOnlyDictionary<string, string> Environment { get; }
            = new Dictionary<string, string> { ["OPENBLAS_NUM_THREADS"] = "1", ["OMP_NUM_THREADS"] = "1" };

        protected override string? Find(SandboxPrograms programs) => programs.Find("python3");

        // Isolated from environment and folder, without writing bytecode, in UTF-8.
        protected override IReadOnlyList<string> Arguments(SandboxLimits limits, string prelude)
            => ["-I", "-B", "-X", "utf8", "-c", prelude];
    }

    private sealed record NodeInterpreter() : Interpreter(CodeLanguage.JavaScript, "Node.js", "nodejs", "prelude.js")
    {
        protected override IReadOnlyDictionary<string, string> Environment { get; }
            = new Dictionary<string, string> { ["UV_THREADPOOL_SIZE"] = "2" };

        protected override string? Find(SandboxPrograms programs) => programs.Find("node") ?? programs.Find("nodejs");

        // Three quarters for the heap leave room for its collector and for what lies outside of it.
        protected override IReadOnlyList<string> Arguments(SandboxLimits limits, string prelude) =>
        [
            string.Create(CultureInfo.InvariantCulture, $"--max-old-space-size={limits.MemoryBytes / 1024 / 1024 * 3 / 4}"),
            "--v8-pool-size=1",
            "-e",
            prelude,
            "--",
        ];
    }
}
