using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Middeck.Workflows.Bench;

/// <summary>LangGraph.js, which runs graphs of functions in Node.js.</summary>
internal sealed class LangGraphPeer : IDisposable
{
    private readonly Process _process;

    private LangGraphPeer(Process process) => _process = process;

    /// <summary>Starts it; null, with the reason, when it does not install.</summary>
    public static LangGraphPeer? TryStart(TextWriter report)
    {
        var home = Path.Combine(Here(), "peer");
        try
        {
            if (!Directory.Exists(Path.Combine(home, "node_modules", "@langchain", "langgraph")))
            {
                using var install = Process.Start(new ProcessStartInfo("npm", "install --no-audit --no-fund --silent")
                {
                    WorkingDirectory = home,
                })!;
                install.WaitForExit();
                if (install.ExitCode != 0)
                {
                    report.WriteLine($"LangGraph.js does not install here (npm ended with {install.ExitCode}).");
                    return null;
                }
            }

            return new LangGraphPeer(Process.Start(new ProcessStartInfo("node", "peer.mjs")
            {
                WorkingDirectory = home,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                // It warns once a node of a wide graph that many listen to one signal, which is its own doing.
                Environment = { ["NODE_NO_WARNINGS"] = "1", ["NODE_ENV"] = "production" },
            })!);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            report.WriteLine($"LangGraph.js cannot run here: {missing.Message}.");
            return null;
        }
    }

    /// <summary>How long that many runs of a graph of that shape and size take, in seconds.</summary>
    public double Run(string shape, int size, int runs)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape} {size} {runs}"));
        var answer = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("LangGraph.js ended in the middle.");
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("seconds").GetDouble();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
