using System.Text.Json;

namespace Middeck.Sandbox;

/// <summary>Code to run once.</summary>
/// <param name="Language">What it is written in.</param>
/// <param name="Code">
/// Defines a function <c>main</c>. Python calls <c>main(**inputs)</c>, JavaScript <c>main(inputs)</c>; an asynchronous one is waited for.
/// </param>
/// <param name="Inputs">A JSON object.</param>
/// <param name="Limits">
/// What the run may use; null for <see cref="ICodeSandbox.Limits"/>. Other memory, processor time, processes, files or space than there
/// need an interpreter of their own, which takes longer to start.
/// </param>
public sealed record CodeRequest(CodeLanguage Language, string Code, JsonElement Inputs, SandboxLimits? Limits = null);
