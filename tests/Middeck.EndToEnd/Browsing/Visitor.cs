using Microsoft.Playwright;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd.Browsing;

/// <summary>
/// A person with a browser. Whatever goes wrong on the way is kept and fails the test at the end: errors in the browser's console,
/// violations of the content security policy, requests that fail.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _expected = [];

    private Visitor(IBrowserContext context, IPage page, Look look)
    {
        (_context, Page, Look) = (context, page, look);
    }

    public IPage Page { get; }

    public Look Look { get; }

    public static async Task<Visitor> ArriveAsync(MiddeckHost host, Look look)
    {
        var browser = await Browser.GetAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(),
            Locale = look.Language,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = look.Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            HasTouch = look.Phone,
            IsMobile = look.Phone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page, look);
        await visitor.ListenAsync();
        return visitor;
    }

    /// <summary>Signs in by the form and waits for the shell.</summary>
    public async Task SignInAsync(string email = MiddeckHost.AdminEmail, string password = MiddeckHost.AdminPassword)
    {
        await Page.GotoAsync("/login");
        await Page.Locator("input[type=email]").FillAsync(email);
        await Page.Locator("input[type=password]").FillAsync(password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/w/**");
    }

    /// <summary>A refusal that the test provokes on purpose: the browser reports it in its console too.</summary>
    public void Expect(string part) => _expected.Add(part);

    /// <summary>Fails the test when anything was complained about, or the page is wider than its window.</summary>
    public async Task AssertCleanAsync()
    {
        var overflow = await Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{Page.Url} scrolls sideways by {overflow} px.");
        var unexpected = _complaints.Where(line => !_expected.Exists(part => line.Contains(part, StringComparison.Ordinal)));
        Assert.True(!unexpected.Any(), string.Join('\n', unexpected));
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private async Task ListenAsync()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complain($"console {message.Type}: {message.Text} ({message.Location})");
            }
        };
        Page.PageError += (_, error) => Complain($"uncaught: {error}");
        Page.RequestFailed += (_, request) =>
        {
            // A stream that is left, or a page that is navigated away from, is no failure.
            if (request.Failure is not "net::ERR_ABORTED")
            {
                Complain($"failed: {request.Method} {request.Url} {request.Failure}");
            }
        };
        Page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                Complain($"{response.Status}: {response.Request.Method} {response.Url}");
            }
        };
        await Page.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => console.error(`csp ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}`));");
    }

    private void Complain(string line)
    {
        lock (_complaints)
        {
            _complaints.Add(line);
        }
    }
}
