"use strict";
(() => {
	const table = document.getElementById("table"), body = table.tBodies[0], rows = Array.from(body.rows);
	const filter = document.getElementById("filter"), show = document.getElementById("show");
	const shown = document.getElementById("shown");
	// What is searched: the image's name, its status and the reason.
	const texts = rows.map(row => (row.querySelector("th").firstChild.textContent + " " +
		row.querySelector(".status").textContent).toLowerCase());

	const select = () => {
		const words = filter.value.toLowerCase();
		let count = 0;
		rows.forEach((row, i) => {
			row.hidden = !texts[i].includes(words) || show.value !== "" && !row.classList.contains(show.value);
			if (!row.hidden) count++;
		});
		shown.textContent = count === rows.length ? "" : count + " of " + rows.length + " images";
	};
	[filter, show].forEach(control => {
		control.parentElement.hidden = false;
		control.addEventListener("input", select);
	});

	const number = cell => {
		const text = cell.textContent.replace("∞", "Infinity").replace("−", "-");
		return text === "" ? NaN : Number(text);
	};
	const sort = heading => {
		const column = heading.cellIndex, numeric = heading.classList.contains("num");
		const down = heading.getAttribute("aria-sort") === "ascending", sign = down ? -1 : 1;
		const keys = new Map(rows.map(row => [row, numeric ? number(row.cells[column])
			: row.cells[column].textContent]));
		const order = rows.slice().sort((a, b) => {
			const x = keys.get(a), y = keys.get(b);
			if (!numeric) return sign * x.localeCompare(y, "en", { numeric: true });
			// What isn't known comes last, whichever way.
			return Number.isNaN(x) || Number.isNaN(y) ? Number.isNaN(x) - Number.isNaN(y) : sign * (x - y);
		});
		table.querySelectorAll("th[aria-sort]").forEach(th => th.setAttribute("aria-sort", "none"));
		heading.setAttribute("aria-sort", down ? "descending" : "ascending");
		body.append(...order);
	};
	table.querySelectorAll("thead th").forEach(heading => {
		const button = document.createElement("button");
		button.type = "button";
		button.append(...heading.childNodes);
		heading.append(button);
		heading.setAttribute("aria-sort", "none");
		button.addEventListener("click", () => sort(heading));
	});
})();
