using System.Security.Cryptography;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>The tokens by which the forms of one part of a run are opened: 128 random bits each, the same whenever asked again.</summary>
internal sealed class FormTokens
{
    private readonly Dictionary<Guid, string> _tokens = [];

    public string Of(Guid formId)
    {
        lock (_tokens)
        {
            return _tokens.TryGetValue(formId, out var token)
                ? token
                : _tokens[formId] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        }
    }
}
