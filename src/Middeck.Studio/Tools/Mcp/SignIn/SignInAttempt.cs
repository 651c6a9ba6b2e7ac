using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol.Authentication;

namespace Middeck.Studio.Tools.Mcp.SignIn;

/// <summary>One attempt to sign in to a server.</summary>
internal sealed class SignInAttempt
{
    private readonly TaskCompletionSource<Uri?> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<AuthorizationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _state;

    /// <summary>Only the browser that began it has this.</summary>
    public string Nonce { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The page to open; null when the server asks for no sign-in.</summary>
    public Task<Uri?> Page => _page.Task;

    /// <summary>Shows the page and waits for what comes of it.</summary>
    public Task<AuthorizationResult> AskAsync(AuthorizationCallbackContext context, CancellationToken cancellationToken)
    {
        if (context.AuthorizationUri.Scheme is not ("http" or "https"))
        {
            throw McpFaults.SignInRefused("its page is no web page");
        }

        var query = context.AuthorizationUri.Query.TrimStart('?').Split('&').Select(static part => part.Split('=', 2));
        _state = Uri.UnescapeDataString(query.First(static part => part[0] == "state")[1]);
        _page.TrySetResult(context.AuthorizationUri);
        return _result.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes what the browser came back with, if it is this attempt's.</summary>
    public bool Take(SignInReturn with)
    {
        if (_state is not { } state || !IsSame(state, with.State) || !IsSame(Nonce, with.Nonce))
        {
            return false;
        }

        return with.Code is { } code
            ? _result.TrySetResult(new AuthorizationResult { Code = code, State = with.State, Iss = with.Issuer })
            : _result.TrySetException(McpFaults.SignInRefused(with.Error ?? "no reason was given"));
    }

    /// <summary>It ended before a page was needed: with nothing, or with a failure.</summary>
    public void End(Exception? failure)
    {
        if (failure is null)
        {
            _page.TrySetResult(null);
        }
        else if (_page.TrySetException(failure))
        {
            // Who asked for the page hears it; nobody else has to.
            _ = _page.Task.Exception;
        }
    }

    private static bool IsSame(string one, string other)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
