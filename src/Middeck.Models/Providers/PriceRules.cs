using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Core;
using Middeck.Core.Errors;

namespace Middeck.Models.Providers;

/// <summary>What a price must be like; each refusal names its field.</summary>
internal static partial class PriceRules
{
    /// <param name="price">As it was sent; null: no price is known.</param>
    /// <param name="field">Its path, such as <c>models[0].price</c>.</param>
    public static ModelPrice? Check(ModelPrice? price, string field)
    {
        if (price is null)
        {
            return null;
        }

        if (price.Currency is null || !CurrencyPattern().IsMatch(price.Currency))
        {
            throw Refused("The currency is three capital letters, such as CNY or USD.", $"{field}.currency");
        }

        var checkedPrice = new ModelPrice(
            price.Currency,
            Amount(price.Input, $"{field}.input"),
            Amount(price.Output, $"{field}.output"),
            Amount(price.Characters, $"{field}.characters"),
            Amount(price.Minutes, $"{field}.minutes"));
        return checkedPrice is { Input: null, Output: null, Characters: null, Minutes: null }
            ? throw Refused("A price names at least one amount: input, output, characters or minutes.", field)
            : checkedPrice;
    }

    /// <summary>The number of an amount that was checked; null for none.</summary>
    public static decimal? Number(string? amount)
        => amount is null ? null : decimal.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string? Amount(string? amount, string field)
        => string.IsNullOrWhiteSpace(amount) ? null
            : AmountPattern().IsMatch(amount) ? Money.Text(Number(amount)!.Value)
            : throw Refused("An amount is a decimal number as text, such as \"2.5\", with at most 8 decimals.", field);

    private static FaultException Refused(string detail, string field)
        => new(Fault.Invalid("models.invalid_price", detail, field));

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex CurrencyPattern();

    [GeneratedRegex(@"^[0-9]{1,9}(\.[0-9]{1,8})?\z")]
    private static partial Regex AmountPattern();
}
